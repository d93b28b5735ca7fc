import { educationSite } from './education-site.ts'
import { farmingSite } from './farming-site.ts'
import { healthSite } from './health-site.ts'
import { portalSite } from './portal-site.ts'
import type { CountySite } from './types.ts'

/** The county's sites, the portal first. */
export const SITES: CountySite[] = [portalSite, educationSite, healthSite, farmingSite]
