import * as v from 'valibot'
import { BLANK, type QuietTab } from '../../browser/quiet-tab.ts'
import { PlainError } from '../../errors.ts'
import { sameAddress } from '../../ledger/fingerprint.ts'
import type { NewShot } from '../../ledger/record.ts'
import { goneWords } from '../../links/gone.ts'
import { isHomePath } from '../../links/address.ts'
import type { In, Out, ToPage } from '../../messages.ts'
import type { Anchor } from '../../types/anchor.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PageReading } from '../../types/reading.ts'
import { photograph, type PhotoDeps } from '../capture/photo.ts'
import { pageReading } from '../reading-schema.ts'
import { isTooLarge } from '../size.ts'

export interface LivePageDeps extends PhotoDeps {
  askPage: <K extends keyof ToPage & string>(tabId: number, name: K, data: In<ToPage, K>) => Promise<Out<ToPage, K>>
  wait: (ms: number) => Promise<void>
}

/** What a tab showed; a sentence where that is nothing to rest on. */
export type LivePage = { kind: 'page'; reading: PageReading } | { kind: 'none'; result: 'unreachable' | 'person'; says: Phrase }

/** A page that did not open in so many tries, a quarter of a second apart, does not. */
const TRIES = 100
const BETWEEN = 250
/** Tries after which a tab that shows nothing and waits for nothing is sent to the page once more. */
const AGAIN = 12

/** Opens a page in our tab and reads it there with the same reader as on a visit. */
export async function openLive({ askPage, wait }: LivePageDeps, tab: QuietTab, url: string, patient: boolean): Promise<LivePage> {
  // Until a slow page comes, the one before would answer in its stead.
  await tab.go(BLANK)
  let sent = -AGAIN
  for (let tries = 0; tries < TRIES; tries++) {
    const now = await tab.now()
    if (!now) return { kind: 'none', result: 'person', says: { key: 'recheck.says.tab-closed' } }
    const isBlank = now.url === '' || now.url === BLANK
    // A tab that was just opened may lose where it is sent to its own beginning: then it is sent once more.
    if (isBlank && !now.loading && tries - sent >= AGAIN) {
      sent = tries
      await tab.go(url)
    }
    await wait(BETWEEN)
    if (isBlank || sent < 0) continue
    try {
      const reading = await askPage(tab.id, 'page.again', { patient })
      if (isTooLarge(reading) || !v.is(pageReading, reading)) throw new PlainError({ key: 'app.error.bad-message', params: { name: 'page.again' } })
      return fitness(reading, url)
    } catch (error) {
      if (!(error instanceof PlainError) || error.says.key !== 'app.error.no-page') throw error
    }
  }
  return { kind: 'none', result: 'person', says: { key: 'recheck.says.not-read' } }
}

/** The same caution as with a copy: an error page, a login or the home page in its stead prove nothing. */
function fitness(reading: PageReading, url: string): LivePage {
  const moved = sameAddress(reading.url) !== sameAddress(url)
  if (moved && isHomePath(reading.url) && !isHomePath(url)) return { kind: 'none', result: 'unreachable', says: { key: 'recheck.says.sent-home' } }
  if (reading.kind === 'login') return { kind: 'none', result: 'person', says: { key: 'recheck.says.login' } }
  if (reading.blocks.length === 0) return { kind: 'none', result: 'person', says: { key: 'recheck.says.empty' } }
  const words = goneWords({ title: reading.title, lines: reading.blocks.map(({ text }) => text), summary: '', text: '', script: '', scripts: 0, sendsTo: null, asksPassword: false, html: '' })
  if (words.short && (words.inTitle || words.inLine !== null)) return { kind: 'none', result: 'unreachable', says: { key: 'recheck.says.says-gone' } }
  return { kind: 'page', reading }
}

/** The page with the mended place outlined; null where no picture can be taken. */
export async function photographPlace(deps: LivePageDeps, tab: QuietTab, anchor: Anchor | null): Promise<NewShot | null> {
  const now = await tab.now()
  if (!now?.active) return null
  const draft = await deps.askPage(tab.id, 'page.prepare', { target: { kind: 'place', anchor } })
  return (await photograph(deps, now, draft)).picture
}
