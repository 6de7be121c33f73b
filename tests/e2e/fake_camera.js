// A phone's cameras and its tag reader, where the fake camera of Chromium has no torch, no lenses, no focus. Only the
// devices are played: what the app does with them is its own. `lenses`: label, picture (an address), dark, can
// (capabilities), first (the one that the browser would take by itself).
(lenses) => {
  const told = 'device.leave'
  const devices = navigator.mediaDevices
  const pictures = lenses.map(({ picture }) => Object.assign(new Image(), { src: picture }))
  window.device = { asked: [], opened: [], open: 0, show: (picture) => (pictures[0].src = picture) }

  devices.enumerateDevices = async () =>
    lenses.map(({ label }, at) => {
      const known = localStorage.getItem(told) !== null
      return { kind: 'videoinput', deviceId: known ? `lens-${at}` : '', label: known ? label : '', groupId: '' }
    })
  devices.getSupportedConstraints = () => ({ torch: true, zoom: true, focusMode: true, pointsOfInterest: true })
  devices.getUserMedia = async ({ video }) => {
    localStorage.setItem(told, 'yes')
    const wanted = lenses.findIndex((_, at) => `lens-${at}` === video.deviceId?.exact)
    return streamOf(wanted >= 0 ? wanted : Math.max(0, lenses.findIndex(({ first }) => first)))
  }

  function streamOf(at) {
    const { label, dark = false, can = {} } = lenses[at]
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
    const context = canvas.getContext('2d')
    let torch = false
    const drawing = setInterval(() => {
      context.filter = dark && !torch ? 'brightness(4%)' : 'none'
      // A hand trembles.
      context.drawImage(pictures[at], 4 * Math.random(), 4 * Math.random(), 1280, 720)
    }, 66)
    const stream = canvas.captureStream(15)
    const [track] = stream.getVideoTracks()
    const stop = track.stop.bind(track)
    window.device.opened.push(label)
    window.device.open++
    const own = {
      label: label,
      getSettings: () => ({ deviceId: `lens-${at}`, width: 1280, height: 720 }),
      getCapabilities: () => can,
      applyConstraints: async ({ advanced: [set] }) => {
        window.device.asked.push(set)
        if ('torch' in set) torch = set.torch
      },
      stop: () => {
        clearInterval(drawing)
        window.device.open--
        stop()
      },
    }
    for (const [name, value] of Object.entries(own)) Object.defineProperty(track, name, { value })
    return stream
  }

  window.NDEFReader = class extends EventTarget {
    async scan() {
      // What a tag held to the phone does.
      window.device.hold = (address) => {
        const data = new DataView(new TextEncoder().encode(address).buffer)
        const records = [{ recordType: 'url', data }]
        this.dispatchEvent(Object.assign(new Event('reading'), { message: { records } }))
      }
    }
  }
}
