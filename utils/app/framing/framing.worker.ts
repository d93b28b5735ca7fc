import { answerFraming, type FramingThread } from './answer.ts'

answerFraming(self as unknown as FramingThread)
