import { answerTasks, type HelperThread } from './answer.ts'

answerTasks(self as unknown as HelperThread)
