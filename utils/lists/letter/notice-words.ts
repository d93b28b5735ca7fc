import words from '../../../assets/documents/notice.json' with { type: 'json' }
import type { LetterTemplate } from './template.ts'

/** The 整改通知单 as it comes, and the names that a template may put in braces. Apart from the letter itself, whose library is large. */
export const NOTICE: { template: LetterTemplate; places: readonly string[] } = { template: words.template, places: Object.values(words.places) }
