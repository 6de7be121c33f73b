"""A camera for engines that take none from a file: the device is replaced by a canvas that shows a label on a wall.

Only `getUserMedia` is replaced: the stream, the video and everything that reads it are the engine's and ours.
"""

import base64
import io

from PIL import Image

from tests.e2e.engines.tab import Tab

# Each frame carries its number as squares in the corner, so that photos of two moments differ, and it trembles as a hand.
DEVICE = """
const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0))
return createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })).then((wall) => {
  MediaDevices.prototype.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: wall.width, height: wall.height })
    const pen = canvas.getContext('2d')
    const draw = () => {
      const number = Math.round(performance.now() / 50)
      pen.drawImage(wall, 2 * Math.sin(number / 3), 2 * Math.cos(number / 3))
      for (let bit = 0; bit < 10; bit++) {
        pen.fillStyle = (number >> bit) & 1 ? '#eee' : '#222'
        pen.fillRect(bit * 16, 0, 16, 16)
      }
    }
    draw()
    const stream = canvas.captureStream(20)
    const timer = setInterval(draw, 50)
    const [track] = stream.getVideoTracks()
    const stop = track.stop.bind(track)
    track.stop = () => { clearInterval(timer); stop() }
    return stream
  }
  return true
})
"""


def show(tab: Tab, scene: Image.Image) -> None:
    """Let the camera of the page show this from now on; loading the page anew takes it away."""
    jpeg = io.BytesIO()
    scene.save(jpeg, "JPEG", quality=88)
    assert tab.ask(DEVICE, base64.b64encode(jpeg.getvalue()).decode())
