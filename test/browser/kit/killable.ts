import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { ready, type Running } from './chromium.ts'
import { BUILT, chromiumPath, flagsOf } from './flags.ts'
import { until } from './until.ts'

/** A Chromium whose process is ours to kill. */
export interface Killable extends Running {
  /** SIGKILL: no good-byes, as when the machine loses power. Resolves when the process is gone. */
  kill: () => Promise<void>
}

/** Starts Chromium on a profile that is kept, so that it can be killed and started again. `beside`: as `FlagOptions.beside`. */
export async function launchKillable(profile: string, port: number, first: boolean, beside = false): Promise<Killable> {
  const announced = join(profile, 'DevToolsActivePort')
  rmSync(announced, { force: true })
  const child = started(profile, port, beside)
  // One that does not come up is nobody's to end later.
  const [browser, running] = await reached(announced, first).catch(async (error: unknown) => {
    await gone(child, () => child.kill('SIGKILL'))
    throw error
  })
  return {
    ...running,
    kill: () => gone(child, () => child.kill('SIGKILL')),
    close: async () => {
      await browser.close()
      await gone(child, () => child.kill('SIGTERM'))
    },
  }
}

async function reached(announced: string, first: boolean): Promise<[Browser, Awaited<ReturnType<typeof ready>>]> {
  const debugPort = await until(() => existsSync(announced) && readFileSync(announced, 'utf8').split('\n')[0], () => 'Chromium never started', 20_000)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`)
  return [browser, await ready(browser.contexts()[0]!, first)]
}

/** The same, with nobody looking on: what the extension does by itself after a start. */
export function startKillable(profile: string, port: number, beside = false): Pick<Killable, 'kill'> {
  const child = started(profile, port, beside)
  return { kill: () => gone(child, () => child.kill('SIGKILL')) }
}

function started(profile: string, port: number, beside: boolean): ChildProcess {
  return spawn(
    chromiumPath(),
    ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--window-size=1280,800', ...flagsOf({ extension: BUILT, port, beside, language: 'zh-CN' }), 'about:blank'],
    { stdio: 'ignore' },
  )
}

function gone(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    end()
  })
}
