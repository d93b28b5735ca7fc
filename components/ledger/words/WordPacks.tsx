import { t } from '../../../utils/locale.ts'
import type { Severity } from '../../../utils/types/finding.ts'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { Switch } from '../../shared/Switch.tsx'

/** One rule as a person switches it. */
export interface PackRule {
  id: string
  severity: Severity
  /** What it flags; places for the words found stand in braces. */
  says: string
  basis: string
  on: boolean
}

/** One pack of rules. */
export interface PackRow {
  id: string
  name: string
  version: string
  /** Day of its last change, and by which it should be looked through again. */
  date: string
  reviewBy: string | null
  source: string
  on: boolean
  rules: readonly PackRule[]
}

export interface WordPacksProps {
  packs: readonly PackRow[]
  /** Packs and rules that could not be used. */
  broken: readonly { rule: string; why: string }[]
  onPack: (id: string, on: boolean) => void
  onRule: (id: string, on: boolean) => void
}

/** 词库: packs, each with a switch, and behind them their rules, each with one too. */
export function WordPacks(props: WordPacksProps) {
  return (
    <section aria-labelledby="set-packs">
      <h2 id="set-packs">{t('words.packs.title')}</h2>
      <p>{t('words.packs.says')}</p>
      {props.broken.length > 0 && (
        <div class="problem" role="alert">
          <p class="problem-says">{t('words.packs.broken')}</p>
          <ul>
            {props.broken.map(({ rule, why }) => <li key={`${rule} ${why}`}>{t('words.packs.brokenOne', { rule, why })}</li>)}
          </ul>
        </div>
      )}
      <ul class="packs">
        {props.packs.map((pack) => <OnePack key={pack.id} pack={pack} onPack={props.onPack} onRule={props.onRule} />)}
      </ul>
    </section>
  )
}

function OnePack({ pack, onPack, onRule }: { pack: PackRow } & Pick<WordPacksProps, 'onPack' | 'onRule'>) {
  const off = pack.rules.filter(({ on }) => !on).length
  return (
    <li class="pack">
      <Switch label={pack.name} on={pack.on} onToggle={(on) => onPack(pack.id, on)} />
      <p>
        {t('words.packs.about', { version: pack.version, date: pack.date, count: pack.rules.length })}
        {pack.source && <span class="pack-source">{t('words.packs.source', { source: pack.source })}</span>}
        {pack.reviewBy && <span class="pack-source">{t('words.packs.review', { day: pack.reviewBy })}</span>}
      </p>
      <details class="unchecked">
        <summary>
          {t('words.packs.rules', { count: pack.rules.length })} {off > 0 && t('words.packs.off', { count: off })}
          <span class="sr-only">{pack.name}</span>
        </summary>
        <ul class="rules" aria-label={t('words.packs.rulesOf', { name: pack.name })}>
          {pack.rules.map((rule) => (
            <li key={rule.id} class="rule">
              <Switch label={rule.id} on={rule.on} disabled={!pack.on} onToggle={(on) => onRule(rule.id, on)} />
              <SeverityTag severity={rule.severity} />
              <span>{sampleOf(rule.says)}</span>
              <span class="rule-basis">{t('words.packs.basis', { basis: rule.basis })}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** A rule's sentence without the words that it would find. */
function sampleOf(says: string): string {
  return says.replace(/\{\w+\}/g, '…')
}
