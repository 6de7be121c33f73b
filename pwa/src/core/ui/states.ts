/** The states of the house: each has a shape, a colour and a word (`core.states.*`), never a colour alone. */

interface Shape {
  /** Filled, even-odd, 20 px grid. */
  fill?: string
  /** Drawn as a line. */
  line?: string
  width?: number
  dash?: string
  /** A soft disc beneath: the quiet form for dense pictures. */
  disc?: boolean
  /** Name of the colour: `--s-…`, or `act` and `todo`. */
  tone: Tone
}

export type Tone =
  'normal' | 'abnormal' | 'late' | 'silent' | 'missed' | 'overdue' | 'waiting' | 'act' | 'todo'

const RING = 'M2.2 10a7.8 7.8 0 1015.6 0 7.8 7.8 0 10-15.6 0z'

export const states = {
  normal: {
    tone: 'normal',
    fill: 'M10 1a9 9 0 100 18 9 9 0 000-18zm4.9 6.6l-5.9 6.3-4-3.9 1.3-1.4 2.6 2.6 4.6-4.9z',
  },
  quiet: { tone: 'normal', disc: true, line: 'M5.5 10.3l3.2 3.1 5.8-6.4', width: 2 },
  abnormal: {
    tone: 'abnormal',
    fill: 'M10 1.2c.6 0 1.1.3 1.4.8l8 14.2c.6 1.1-.1 2.4-1.4 2.4H2c-1.3 0-2-1.3-1.4-2.4L8.6 2c.3-.5.8-.8 1.4-.8zM8.9 7v5.3h2.2V7zM10 16a1.3 1.3 0 100-2.6A1.3 1.3 0 0010 16z',
  },
  late: {
    tone: 'late',
    fill: 'M10 1a9 9 0 110 18 9 9 0 010-18zm0 2.1a6.9 6.9 0 100 13.8 6.9 6.9 0 000-13.8zM11 5.5v4l2.9 1.9-1.1 1.7L9 10.6V5.5z',
  },
  silent: {
    tone: 'silent',
    line: RING,
    width: 2.2,
    dash: '3.4 2.73',
    fill: 'M7.6 10a2.4 2.4 0 104.8 0 2.4 2.4 0 10-4.8 0z',
  },
  missed: {
    tone: 'missed',
    fill: 'M3 1.5h14c.8 0 1.5.7 1.5 1.5v14c0 .8-.7 1.5-1.5 1.5H3c-.8 0-1.5-.7-1.5-1.5V3c0-.8.7-1.5 1.5-1.5zm3.6 3.6L5.1 6.6 8.5 10l-3.4 3.4 1.5 1.5 3.4-3.4 3.4 3.4 1.5-1.5-3.4-3.4 3.4-3.4-1.5-1.5L10 8.5z',
  },
  /** Missed, and made up since. */
  madeUp: {
    tone: 'missed',
    fill: 'M3 1.5h14c.8 0 1.5.7 1.5 1.5v14c0 .8-.7 1.5-1.5 1.5H3c-.8 0-1.5-.7-1.5-1.5V3c0-.8.7-1.5 1.5-1.5zm11.9 6.1l-5.9 6.3-4-3.9 1.3-1.4 2.6 2.6 4.6-4.9z',
  },
  overdue: {
    tone: 'overdue',
    fill: 'M3 1.2h14v2.3h-1.3c0 3-1.7 4.9-3.8 6.5 2.1 1.6 3.8 3.5 3.8 6.5H17v2.3H3v-2.3h1.3c0-3 1.7-4.9 3.8-6.5-2.1-1.6-3.8-3.5-3.8-6.5H3z',
  },
  /** For the network. */
  waiting: {
    tone: 'waiting',
    fill: 'M10 1a9 9 0 110 18 9 9 0 010-18zm0 2a7 7 0 100 14 7 7 0 000-14zm0 2.3l4 4-1.4 1.4L11 9.1v5.6H9V9.1l-1.6 1.6L6 9.3z',
  },
  /** For a person. */
  asked: {
    tone: 'waiting',
    fill: 'M10 1a9 9 0 110 18 9 9 0 010-18zm0 2a7 7 0 100 14 7 7 0 000-14zM4.8 10a1.4 1.4 0 102.8 0 1.4 1.4 0 10-2.8 0zM8.6 10a1.4 1.4 0 102.8 0 1.4 1.4 0 10-2.8 0zM12.4 10a1.4 1.4 0 102.8 0 1.4 1.4 0 10-2.8 0z',
  },
  /** For a person's signature. */
  unsigned: {
    tone: 'waiting',
    line: 'M2.5 14.2c2.5-5.8 4.2-8.3 5.4-7.9S6.7 11.7 7.9 11.7s1.7-2.5 2.9-2.5 0 2.5 1.3 2.5 1.7-1.3 2.9-1.3M2.5 17.1h15',
    width: 1.6,
  },
  doing: { tone: 'act', line: RING, width: 2.2, fill: 'M10 4.7a5.3 5.3 0 010 10.6z' },
  todo: { tone: 'todo', line: RING, width: 2 },
  na: { tone: 'todo', line: `${RING}M6 10h8`, width: 2 },
} as const satisfies Record<string, Shape>

export type State = keyof typeof states

/** Answer the shape of a state. */
export function shapeOf(state: State): Shape {
  return states[state]
}
