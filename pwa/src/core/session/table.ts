import type { TableSpec } from '@/core/domain'
import type { Schemas } from '@/core/http/schema'

/** Who is signed in. After a reset `mustChangePassword`: nothing else is allowed before. */
export type Me = Schemas['MeOut']

/** What a person is in one estate. */
export type Membership = Me['estates'][number]

/** The session of this phone: one row, so that the app opens without a network. */
export interface SessionRow {
  id: 'now'
  me: Me
  csrfToken: string
  /** The estate on the screen. */
  estate: string
  signedInAt: string
  /** Let in by this phone alone: the server has no session of theirs, and the browser's cookie may be another's. */
  offline?: true
}

/** What the phone checks a password by, in base64; the password itself is nowhere. */
export interface Verifier {
  salt: string
  /** How often PBKDF2 turns: measured on this phone. */
  turns: number
  hash: string
}

/** What lets a person in again without a network (`rules.ts`). */
export interface Entry {
  me: Me
  /** The estate last on their screen. */
  estate: string
  verifier: Verifier
  /** The phone's moment of their last use, ISO 8601. */
  usedAt: string
  /** Tries since the last that succeeded. */
  tries: number
}

/**
 * Somebody who has made items on this phone. The token outlives the session: unsent items go out under the name of
 * who made them, whoever is signed in now (`protocol.md` 1).
 */
export interface Maker {
  id: string
  name: string
  pushToken: string
  entry?: Entry
}

/** A sign-out that the server has not heard of yet: its cookie cannot be deleted from here. */
export interface Leaving {
  id: 'left'
  csrfToken: string
  /** Who handed the phone over and may come back to the same cookie; nobody after signing out. */
  by?: string
}

export const leavingTable: TableSpec<Leaving> = { name: 'leaving', indexes: { 1: 'id' } }
export const sessionTable: TableSpec<SessionRow> = { name: 'session', indexes: { 1: 'id' } }
export const makerTable: TableSpec<Maker> = { name: 'makers', indexes: { 1: 'id' } }
