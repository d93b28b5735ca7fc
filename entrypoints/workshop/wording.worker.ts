import { answerWording } from '../../utils/app/workshop-worker.ts'

answerWording(self as unknown as Parameters<typeof answerWording>[0])
