/** What a moment feels and sounds like (looks, part 4). iOS does not vibrate: sound and picture carry it alone. */
import { settings } from '@/core/settings'

export type Moment = 'read' | 'shot' | 'saved' | 'refused'

const HAPTIC: Record<Moment, number | number[]> = {
  read: 30,
  shot: 30,
  saved: [30, 60, 30],
  refused: 200,
}
const SOUND: Partial<Record<Moment, { hertz: number; seconds: number }>> = {
  read: { hertz: 1760, seconds: 0.06 },
  refused: { hertz: 196, seconds: 0.25 },
}
const LOUDNESS = 0.25

let audio: AudioContext | undefined

/** Let the person feel and hear `moment`; silent where sound is switched off or the phone cannot. */
export function signal(moment: Moment): void {
  if (wasTouched()) navigator.vibrate?.(HAPTIC[moment])
  const tone = SOUND[moment]
  if (tone && settings.sound) play(tone.hertz, tone.seconds)
}

/** Make sound possible. */
export function readySound(): void {
  if (typeof AudioContext === 'undefined' || !settings.sound) return
  if (!wasTouched()) return
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined)
}

/** Before the page was touched, browsers forbid sound and vibration; those that cannot say so do not forbid. */
function wasTouched(): boolean {
  return (navigator.userActivation as UserActivation | undefined)?.hasBeenActive ?? true
}

function play(hertz: number, seconds: number): void {
  readySound()
  if (audio?.state !== 'running') return
  const tone = new OscillatorNode(audio, { frequency: hertz })
  const loudness = new GainNode(audio, { gain: LOUDNESS })
  // Faded out, for a tone cut off clicks.
  loudness.gain.setTargetAtTime(0, audio.currentTime + seconds, 0.01)
  tone.connect(loudness).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + seconds + 0.1)
}
