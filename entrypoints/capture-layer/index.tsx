import { render } from 'preact'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import captureCss from '../../assets/styles/capture.css?inline'
import { CaptureLayerView } from '../../components/marks/capture/CaptureLayerView.tsx'
import { openCapture } from '../../utils/app/page/capture/open.ts'
import { addTexts } from '../../utils/locale.ts'
import { TEXTS } from './texts.ts'

/** Put into a page when a region, an element or the whole page is to be captured: no visit pays for it before. */
export default defineUnlistedScript(() => {
  openCapture(window, captureCss, (mount, layer, view) => {
    addTexts(TEXTS)
    render(
      view && (
        <CaptureLayerView
          {...view}
          onDragFrom={(x, y) => layer.dragFrom(x, y)}
          onDragTo={(x, y) => layer.dragTo(x, y)}
          onDragEnd={() => layer.dragEnd()}
          onKey={(key, how) => layer.key(key, how)}
          onPoint={(x, y) => layer.point(x, y)}
          onStep={(way) => layer.step(way)}
          onAgain={() => layer.again()}
          onTake={() => layer.take()}
          onCancel={() => layer.close()}
          onEnough={() => layer.stopHere()}
        />
      ),
      mount,
    )
  })
})
