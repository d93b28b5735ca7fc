import { useState } from 'preact/hooks'
import { IgnoredPhrases } from '../../components/ledger/words/IgnoredPhrases.tsx'
import { OwnWords } from '../../components/ledger/words/OwnWords.tsx'
import { WordPacks, type PackRow } from '../../components/ledger/words/WordPacks.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { OwnWordsImport } from '../../utils/app/desk/words.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Settings } from '../../utils/ledger/settings.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { OwnWord } from '../../utils/types/own-word.ts'
import type { Doing } from './App.tsx'

interface WordsProps {
  desk: Desk
  doing: Doing
  settings: Settings
}

/** 词库 in the settings: packs, ignored words, own words. */
export function Words({ desk, doing, settings }: WordsProps) {
  const { packs, broken } = desk.packs()
  const { rulesOff, rulesOn, ignoredPhrases } = settings
  const isOn = (id: string, comesOn = true) => !rulesOff.includes(id) && (comesOn || rulesOn.includes(id))
  const comesOn = (id: string) => packs.some(({ rules }) => rules.some((rule) => rule.id === id && rule.on))
  const rows = packs.map((pack): PackRow => ({
    ...pack,
    reviewBy: pack.reviewBy ?? null,
    on: isOn(pack.id),
    rules: pack.rules.map(({ id, severity, says, basis, on }) => ({ id, severity, says, basis, on: isOn(id, on) })),
  }))
  return (
    <>
      <WordPacks
        packs={rows}
        broken={broken.map(({ pack, rule, why }) => ({ rule: rule ?? pack, why }))}
        onPack={(id, on) => doing(() => desk.switchRule(id, true, on))}
        onRule={(id, on) => doing(() => desk.switchRule(id, comesOn(id), on))}
      />
      <IgnoredPhrases
        phrases={ignoredPhrases}
        onAdd={(phrase) => doing(() => desk.ignorePhrase(phrase))}
        onRemove={(phrase) => doing(() => desk.unignorePhrase(phrase), () => desk.ignorePhrase(phrase))}
      />
      <Own desk={desk} doing={doing} on={isOn('office')} />
    </>
  )
}

function Own({ desk, doing, on }: Omit<WordsProps, 'settings'> & { on: boolean }) {
  const [search, setSearch] = useState('')
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const [planned, setPlanned] = useState<OwnWordsImport | null>(null)
  const shown = useLive(desk.ownWords(search), [search])
  const during = async (what: 'reading' | 'importing', work: () => Promise<OwnWordsImport | null>) => {
    setBusy(what)
    setProblem(null)
    try {
      setPlanned(await work())
    } catch (error) {
      setPlanned(null)
      setProblem(phraseOf(error))
    } finally {
      setBusy(null)
    }
  }
  const importPlanned = async (): Promise<null> => {
    const says = planned && (await desk.importOwnWords(planned))
    if (says) doing(async () => says)
    return null
  }
  const clear = () => {
    let before: OwnWord[] = []
    const work = async () => {
      before = await desk.clearOwnWords()
      return { key: 'words.own.cleared', params: { count: before.length } }
    }
    doing(work, () => desk.restoreOwnWords(before))
  }
  return (
    <OwnWords
      on={on}
      onSwitch={(to) => doing(() => desk.switchRule('office', true, to))}
      total={shown?.total ?? 0}
      matching={shown?.matching ?? 0}
      words={shown?.words ?? []}
      search={search}
      onSearch={setSearch}
      preview={planned?.preview ?? null}
      busy={busy}
      problem={problem}
      onFile={(file) => void during('reading', () => desk.readWordFile(file))}
      onImport={() => void during('importing', importPlanned)}
      onCancelImport={() => setPlanned(null)}
      onTemplate={() => doing(desk.ownWordsTemplate)}
      onExport={() => doing(desk.exportOwnWords)}
      onAdd={(word) => doing(() => desk.addOwnWord(word))}
      onDelete={(word) => doing(() => desk.removeOwnWord(word), () => desk.restoreOwnWords([word]))}
      onClear={clear}
    />
  )
}
