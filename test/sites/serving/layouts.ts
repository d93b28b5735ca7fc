import { jcms } from '../layouts/jcms.ts'
import { nfcms } from '../layouts/nfcms.ts'
import type { Layout } from '../layouts/shared.ts'
import { trs } from '../layouts/trs.ts'
import { ucap } from '../layouts/ucap.ts'
import { vsb } from '../layouts/vsb.ts'
import type { Style } from '../county/types.ts'

export const LAYOUTS: Record<Style, Layout> = { trs, ucap, jcms, vsb, nfcms }
