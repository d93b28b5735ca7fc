/** Keys that the program puts together, `{}` for what is put in, and the keys that can come of it. */
export const DYNAMIC: readonly { from: string; keys: RegExp }[] = [
  // A recorded picture's fate, what was recorded, and what waving a finding aside says.
  { from: 'app.recorded.{}', keys: /^app\.recorded\./ },
  { from: 'app.record.{}', keys: /^app\.record\./ },
  { from: 'app.{}.{}', keys: /^app\.(?:ignored|false-alarm)\.(?:here|site|everywhere)$/ },
  // A check's sentences are found by its id (`utils/checks/finding.ts`); some have several.
  { from: 'checks.{}.{}', keys: /^checks\.[\w-]+\.(?:says|silent|waiting|absent|back|in-list)$/ },
  { from: 'checks.{}.basis', keys: /^checks\.[\w-]+\.basis$/ },
  { from: 'checks.{}.suggest', keys: /^checks\.[\w-]+\.suggest$/ },
  { from: 'links.says.{}', keys: /^links\.says\./ },
  { from: 'links.basis.{}', keys: /^links\.basis\.(?:harmful|home|other|practice)$/ },
  { from: 'links.suggest.{}', keys: /^links\.suggest\./ },
  { from: 'links.where.{}', keys: /^links\.where\./ },
  { from: 'reading.gap.{}', keys: /^reading\.gap\./ },
  { from: 'roster.problem.{}', keys: /^roster\.problem\./ },
  { from: 'roster.refused.{}', keys: /^roster\.refused\./ },
  // What the 自查表 says of an indicator.
  { from: 'indicators.result.{}', keys: /^indicators\.result\./ },
  { from: 'indicators.account.state.{}', keys: /^indicators\.account\.state\./ },
  { from: 'indicators.state.{}', keys: /^indicators\.state\./ },
  { from: 'indicators.kind.{}', keys: /^indicators\.kind\./ },
  { from: 'selfcheck.section.{}', keys: /^selfcheck\.section\./ },
  { from: 'roster.account.platform.{}', keys: /^roster\.account\.platform\./ },
  { from: 'roster.account.status.{}', keys: /^roster\.account\.status\./ },
  { from: 'lists.reply.problem.{}', keys: /^lists\.reply\.problem\./ },
  { from: 'lists.reply.change.{}', keys: /^lists\.reply\.change\./ },
  { from: 'lists.reply.refused.{}', keys: /^lists\.reply\.refused\./ },
  // Names of checks: the lists' own, else those of the popup.
  { from: 'lists.kinds.{}', keys: /^lists\.kinds\./ },
  { from: 'common.kind.{}', keys: /^common\.kind\.(?:wording|manual)$/ },
  { from: 'common.kind.manual/{}', keys: /^common\.kind\.manual\// },
  // One text a value of a type.
  { from: 'common.route.{}', keys: /^common\.route\.(?:no-route|start|done)$/ },
  { from: 'common.scope.{}', keys: /^common\.scope\./ },
  { from: 'common.links.{}', keys: /^common\.links\.(?:done|paused|running)$/ },
  { from: 'common.severity.{}', keys: /^common\.severity\./ },
  { from: 'common.status.{}', keys: /^common\.status\./ },
  { from: 'common.class.{}', keys: /^common\.class\./ },
  { from: 'common.{}.{}', keys: /^common\.(?:status|severity)\./ },
  { from: 'popup.{}.title', keys: /^popup\.(?:off|restricted|reading)\.title$/ },
  { from: 'popup.{}.says', keys: /^popup\.(?:off|restricted|reading)\.says$/ },
  { from: 'ledger.settings.section.{}', keys: /^ledger\.settings\.section\./ },
  { from: 'ledger.tab.{}', keys: /^ledger\.tab\./ },
  { from: 'ledger.language.{}', keys: /^ledger\.language\./ },
  { from: 'ledger.field.{}', keys: /^ledger\.field\./ },
  { from: 'ledger.column.{}', keys: /^ledger\.column\./ },
  { from: 'ledger.history.{}', keys: /^ledger\.history\.(?:recorded|edited|status|deleted|restored|shot-added|reply|recheck|rebound|merged|undone)$/ },
  { from: 'ledger.keys.{}', keys: /^ledger\.keys\./ },
  { from: 'ledger.life.to.{}', keys: /^ledger\.life\.to\./ },
  { from: 'ledger.roster.{}', keys: /^ledger\.roster\.(?:reading|importing)$/ },
  { from: 'ledger.preview.{}', keys: /^ledger\.preview\.(?:left-out|warning|units|sites|columns)$/ },
  { from: 'ledger.preview.{}.{}', keys: /^ledger\.preview\.(?:added|changed)\.(?:unit|site|column)$/ },
  { from: 'links.reason.{}', keys: /^links\.reason\./ },
  { from: 'ledger.wording.{}.name', keys: /^ledger\.wording\.\w+\.name$/ },
  { from: 'ledger.wording.{}.says', keys: /^ledger\.wording\.\w+\.says$/ },
  { from: 'ledger.wording.{}.name', keys: /^ledger\.wording\.(?:strict|balanced|full|rules)\.name$/ },
  { from: 'ledger.wording.{}.says', keys: /^ledger\.wording\.(?:strict|balanced|full|rules)\.says$/ },
  { from: 'words.bad.{}', keys: /^words\.bad\./ },
  { from: 'words.form.{}', keys: /^words\.form\.(?:wrong|right|note)$/ },
  { from: 'words.own.{}', keys: /^words\.own\.(?:reading|importing)$/ },
  { from: 'words.own.example.{}', keys: /^words\.own\.example\./ },
  { from: 'ledger.welcome.{}.title', keys: /^ledger\.welcome\.(?:open|record|export)\.title$/ },
  { from: 'ledger.welcome.{}.says', keys: /^ledger\.welcome\.(?:open|record|export)\.says$/ },
]

/** Texts that are not asked for by key. */
export const STRAIGHT: readonly { prefix: string; why: string }[] = [
  { prefix: 'lists.', why: 'documents are always Chinese: utils/lists/words.ts reads the file itself, and the compiler knows its names' },
  { prefix: 'roster.field.', why: 'names of columns in roster files are always Chinese: utils/roster/header.ts reads the file itself' },
  { prefix: 'roster.class.', why: 'so are the words of the classes: utils/roster/column-class.ts' },
  { prefix: 'roster.account.', why: 'words of files of accounts: utils/roster/account-file.ts' },
  { prefix: 'roster.file.', why: 'and the names of roster files: utils/roster/template.ts, write.ts' },
  { prefix: 'links.reason.', why: 'one for each `LinkVerdict.reason`, as utils/links/reasons.ts promises' },
  // Shown by no screen yet.
  { prefix: 'indicators.', why: 'words of the self-check table, which utils/checks/self-check.ts makes' },
]

/** Names of messages that look like keys. */
export const NO_TEXTS: readonly string[] = ['ledger.open', 'links.check', 'issue.record', 'issue.undo']
