import type { Issue } from '../../../utils/types/issue.ts'

/** What the seeding needs to know; plain data, because it goes to the browser. */
export interface SeedPlan {
  issues: number
  units: number
  columns: number
  /** Instant of the newest, ISO 8601 UTC. */
  until: string
}

/** A year of a big county: 42 units, 238 columns. */
export const PLAN: SeedPlan = { issues: 50_000, units: 42, columns: 238, until: new Date().toISOString() }

/**
 * Writes made-up issues into the extension's database. It is handed to a page of the extension's own, so it uses nothing from outside;
 * they are written past the ledger, as a restored backup would be.
 */
export async function seed(plan: SeedPlan): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
    open.addEventListener('error', () => reject(open.error))
  })
  const day = 86_400_000
  const until = Date.parse(plan.until)
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
  const checks = ['freshness/column-overdue', 'links/dead', 'wording/protected/a', 'wording/phrases/b', 'wording/personal/phone', 'structure/blank-column', 'manual/function']
  const issueOf = (n: number): Issue => {
    const found = new Date(until - (plan.issues - n) * ((365 * day) / plan.issues)).toISOString()
    const unit = (n * 7) % (plan.units + 1)
    const column = (n * 13) % plan.columns
    const url = `http://www.qinghe.gov.cn/zwgk/lm${column}/t${20260000 + n}.html`
    return {
      id: `01SEED${String(n).padStart(20, '0')}`, number: n + 1,
      status: pick(['open', 'closed', 'closed', 'fixed', 'closed', 'doubtful', 'false-alarm', 'closed'] as const, n),
      severity: pick(['serious', 'general', 'minor', 'general', 'doubtful'] as const, n),
      check: pick(checks, n), indicator: pick(['W-V4', 'W-D08', null], n),
      unitId: unit === plan.units ? null : `01UNIT${String(unit).padStart(20, '0')}`, unitName: unit === plan.units ? '' : `青禾县第${unit + 1}局`,
      siteName: pick(['青禾县人民政府', '青禾县教育和体育局', '青禾县卫生健康局'], column), siteIdCode: '0000000000', columnName: `第${column + 1}栏目`,
      pageTitle: `关于做好青禾县二〇二六年第${n}号事项公开工作的通知`, url, host: 'www.qinghe.gov.cn', parentUrl: 'http://www.qinghe.gov.cn/zwgk/', onHome: n % 50 === 0,
      publishedOn: found.slice(0, 10), description: `第${n}处：文中用语与规范表述不一致，建议核对原文后修改`, quote: `经青禾县人民政俯研究，决定开展第${n}项工作`,
      context: `各乡镇人民政府，县政府各部门：经青禾县人民政俯研究，决定开展第${n}项工作，现将有关事项通知如下，请认真贯彻执行。`,
      suggestion: '改为“青禾县人民政府”', basis: '检查指标：严重表述错误', anchor: null,
      shots: [{ hash: String(n).padStart(64, 'a'), takenAt: found, outlines: [{ x: 10, y: 20, width: 100, height: 20, label: '1' }] }],
      foundAt: found, foundBy: pick(['王小青', '李青', '赵禾'], n), deadline: new Date(until + ((n % 30) - 15) * day).toISOString().slice(0, 10),
      note: n % 9 === 0 ? '已电话告知' : '', reply: null, recheck: null, rebounds: n % 400 === 0 ? 1 : 0, fixedOn: null, fingerprint: `f${n % 49_000}`,
      duplicateOf: n >= 49_000 ? `01SEED${String(n - 49_000).padStart(20, '0')}` : null, deletedAt: null, updatedAt: found,
    }
  }
  for (let from = 0; from < plan.issues; from += 2500) {
    const write = db.transaction(['issues', 'counters'], 'readwrite')
    for (let n = from; n < Math.min(from + 2500, plan.issues); n++) write.objectStore('issues').put(issueOf(n))
    write.objectStore('counters').put({ name: 'issue', last: plan.issues })
    await new Promise<void>((resolve, reject) => {
      write.addEventListener('complete', () => resolve())
      write.addEventListener('abort', () => reject(write.error))
    })
  }
  db.close()
  return plan.issues
}
