import { shanghaiToday } from '../../sites/county/clock.ts'
import { countyManifest, type Manifest } from '../../sites/manifest.ts'
import { createCountyServer, type CountyServer } from '../../sites/server.ts'
import { launchChromium, type Running } from './chromium.ts'
import { Person } from './person.ts'

/** A person at a browser that speaks Chinese and has the demonstration county to read. */
export interface InCounty {
  county: CountyServer
  running: Running
  person: Person
  /** What is planted in the county today. */
  manifest: Manifest
  close: () => Promise<void>
}

export async function enterCounty(): Promise<InCounty> {
  const county = await createCountyServer()
  const running = await launchChromium({ port: county.port })
  const person = new Person(running)
  await person.speakChinese()
  const close = async () => {
    await running.close()
    await county.close()
  }
  return { county, running, person, manifest: countyManifest(shanghaiToday()), close }
}
