import { extensionOf, parseAddress } from './address.ts'

/** Words, whole between separators, of addresses that end something when they are asked for. */
const ENDS = /(?:^|[/_.\-?&=])(?:log-?out|log-?off|login-?out|quit|sign-?(?:out|off)|delete|del|remove|destroy|unsubscribe|unbind|truncate|shutdown|zhuxiao|tuichu)(?=$|[/_.\-?&=])/i

/** What a page that is a file may be about without doing it. */
const LEAVES = /log-?(?:in-?)?(?:out|off)|sign-?(?:out|off)|zhuxiao|tuichu/i
const FILE_PAGE = /\.s?html?$/i

/** camelCase method names: `deleteInfo.do`, `doLogout.action`. Letter case tells them from `/deleted/` or `/delta/`. */
const METHOD = /(?:^|[/_.\-?&=])(?:do|user|to)?(?:[Ll]og[Oo]ut|[Ss]ign[Oo]ut|[Dd]elete|[Rr]emove|[Dd]estroy)(?=[A-Z])|[a-z](?:Logout|LogOut|SignOut|Delete|Remove)(?=$|[/_.\-?&=])/

/** Words that act only where a program answers: `/vote/` is a column, `vote.do?id=3` is a vote. */
const ACTS = /(?:^|[/_.\-?&=])(?:vote|toupiao|dianzan|zan|praise|thumbs?-?up|cancel|revoke|reset|drop|exit|approve|reject|pay|withdraw)(?=$|[/_.\-?&=])/i
const PROGRAM_PAGE = /\.(?:do|action|jsp|jspx|php|asp|aspx|ashx|cgi)$/i

/** Words that change a record where one is named; without one they are a form's page. */
const CHANGES = /(?:^|[/_.-])(?:save|insert|update|submit)(?=(?:[_.-][^/]*)?$)/i

/** Programs and installers; documents and archives are attachments and may be asked for. */
const PROGRAMS = new Set('exe msi apk ipa dmg pkg deb rpm bat cmd com scr ps1 vbs jar appx msix hap xapk run sh iso'.split(' '))

/**
 * True when asking for the address may do something, or fetches a program: log out, delete, vote, an installer.
 * Such a link is never asked for (`design.md` §6); a person opens it.
 */
export function looksLikeAction(href: string): boolean {
  const url = parseAddress(href)
  if (!url) return false
  const target = url.pathname + url.search
  if (PROGRAMS.has(extensionOf(href))) return true
  if (FILE_PAGE.test(url.pathname) && url.search === '') return LEAVES.test(target) && ENDS.test(target)
  if (ENDS.test(target) || METHOD.test(target)) return true
  if (CHANGES.test(url.pathname) && url.search !== '') return true
  return ACTS.test(target) && (url.search !== '' || PROGRAM_PAGE.test(url.pathname))
}
