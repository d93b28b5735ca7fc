import { browser } from './api.ts'

/** Wakes the background at an instant (ms), also when it was killed meanwhile; an alarm of the same name is replaced. */
export async function wakeAt(name: string, when: number): Promise<void> {
  const known = await browser.alarms.get(name)
  // A start of the background must not put off what is already set.
  if (known?.scheduledTime !== when) browser.alarms.create(name, { when })
}

/** Wakes the background every some minutes; what is set already goes on as it is. */
export async function wakeEvery(name: string, minutes: number): Promise<void> {
  const known = await browser.alarms.get(name)
  if (known?.periodInMinutes !== minutes) browser.alarms.create(name, { periodInMinutes: minutes })
}

export async function wakeNoMore(name: string): Promise<void> {
  await browser.alarms.clear(name)
}

/** Calls back for the alarm of a name. Registered at once at start, or a woken background would miss it. */
export function onWake(name: string, wake: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) wake()
  })
}
