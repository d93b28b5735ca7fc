import { PlainError } from '../../../errors.ts'
import type { Handlers, ToPage } from '../../../messages.ts'
import type { PageView } from '../view.ts'
import type { PictureDesk } from './desk.ts'

/** What menu and popup ask of the page's pictures. */
export function pictureHandlers(desk: () => PictureDesk, show: (change: Partial<PageView>) => void): Pick<Handlers<ToPage>, 'page.picture' | 'page.pictures' | 'page.frame'> {
  return {
    'page.picture': async ({ src }) => {
      const sheet = desk().readAt(src)
      if (sheet === null) throw new PlainError({ key: 'pictures.error.not-here' })
      show({ sheet })
      return null
    },
    'page.frame': async ({ box }) => {
      show({ sheet: desk().readFrame(box) })
      return null
    },
    'page.pictures': async ({ order }) => {
      if (order === 'read') desk().readAll()
      else desk().cancel()
      return null
    },
  }
}
