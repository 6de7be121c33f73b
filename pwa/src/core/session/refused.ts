/** What a refused sign-in tells the phone of those whom it would let in by itself. */
import { shutOut } from '@/core/session/leave'
import { makerTable } from '@/core/session/table'
import { matches } from '@/core/session/verifier'
import { useStore } from '@/core/store/use'

const GONE = ['people.account_disabled', 'people.part_ended', 'people.device_revoked']

/** Shut out whom the phone would let in though the server has just refused them with `code`. */
export async function learnFromRefusal(
  login: string,
  password: string,
  code: string,
): Promise<void> {
  const makers = await useStore().rows(makerTable).toArray()
  const typed = login.normalize('NFKC').trim().toLowerCase()
  const maker = makers.find(({ entry }) => entry?.me.login === typed)
  if (!maker?.entry) return
  const changed =
    code === 'people.bad_credentials' && (await matches(password, maker.entry.verifier))
  const gone = GONE.includes(code)
  if (changed || gone) await shutOut([maker.id])
}
