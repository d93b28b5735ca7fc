import type { Handlers, In, Out, Sender, ToPage } from '../../messages.ts'
import { readAtRest } from './rest.ts'
import type { SessionDeps } from './session-deps.ts'
import type { PageSession } from './session.ts'
import { LATE } from './windows.ts'

type Late = (typeof LATE)[number]

/** Answers to what background and popup ask of a page. What is asked seldom is answered by the windows, which come for it. */
export function pageHandlers(session: PageSession, { win, read }: Pick<SessionDeps, 'win' | 'read'>): Omit<Handlers<ToPage>, 'page.off'> {
  const late = Object.fromEntries(LATE.map((name) => [name, (asked: In<ToPage, Late>, sender: Sender) => answerLate(session, name, asked, sender)]))
  return {
    ...(late as unknown as Pick<Handlers<ToPage>, Late>),
    'page.glance': () => session.sight(),
    'page.locate': async ({ findingId }) => (session.locate(findingId), null),
    'page.links': async ({ order, host }) => {
      if (order === 'stop-host') await session.stopHost(host ?? '')
      else if (order === 'pause') session.pauseLinks()
      else if (order === 'stop') session.stopLinks()
      else session.checkLinks(true)
      return null
    },
    'page.next': async () => (session.next(), null),
    'page.refresh': async () => (await session.refresh(), null),
    'page.again': ({ patient }) => readAtRest(win, read, patient),
  }
}

async function answerLate(session: PageSession, name: Late, asked: In<ToPage, Late>, sender: Sender): Promise<Out<ToPage, Late>> {
  const { handlers } = await session.windows()
  return (handlers[name] as (asked: In<ToPage, Late>, sender: Sender) => Promise<Out<ToPage, Late>>)(asked, sender)
}
