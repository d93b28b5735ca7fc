import { pictureHindrance } from '../browser/abilities.ts'
import { mayRead } from '../browser/permissions.ts'
import { openWorkshopLine } from '../browser/streams.ts'
import { ensureWorkshop } from '../browser/workshop.ts'
import type { BackgroundNetwork } from './background-links.ts'
import { modelFindings, type ModelDeps } from './model-findings.ts'
import { createPictureFetcher } from './pictures/fetch-picture.ts'
import type { ReadOrderDeps } from './pictures/read-order.ts'
import { createPictureReader } from './pictures/read-picture.ts'
import { createReadingCache } from './pictures/reading-cache.ts'

/** 识别图中文字 as the background runs it: files under the link check's rules, words in the workshop, the text checked as that of a page. */
export function backgroundPictures(model: ModelDeps, { observe, guard }: BackgroundNetwork, now: () => Date, { capture, tabById }: Pick<ReadOrderDeps, 'capture' | 'tabById'>): ReadOrderDeps {
  return {
    fetchPicture: createPictureFetcher({ observe, guard, fetch: (input, init) => fetch(input, init), now, canRead: mayRead }),
    readPicture: createPictureReader({ hindrance: pictureHindrance, ensureWorkshop, openLine: openWorkshopLine }),
    capture,
    tabById,
    shot: async (hash) => (await model.db.shots.get(hash))?.image ?? null,
    checks: { rules: model.textCheck, model: (reading) => modelFindings(model, reading) },
    cache: createReadingCache(now),
  }
}
