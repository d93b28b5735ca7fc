import { afterAll } from 'vitest'
import { launchChromium, type LaunchOptions, type Running } from './chromium.ts'
import { Person } from './person.ts'

/** A server of pages on loopback. */
interface Server {
  port: number
  close: () => Promise<unknown>
}

/** A browser with the extension over a server of pages, and who reads there in Chinese. Both end after the tests of the file that asked. */
export async function session<S extends Server>(server: S, options: Omit<LaunchOptions, 'port'> = {}): Promise<{ server: S; running: Running; person: Person }> {
  afterAll(() => server.close())
  const running = await launchChromium({ port: server.port, ...options })
  afterAll(() => running.close())
  const person = new Person(running)
  await person.speakChinese()
  return { server, running, person }
}
