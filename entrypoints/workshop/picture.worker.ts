import { answerPictures, type PictureThread } from '../../utils/app/pictures/worker.ts'

answerPictures(self as unknown as PictureThread)
