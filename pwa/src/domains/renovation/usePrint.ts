/** Passes to print: the server draws them with photo and code. */
import { offerFile } from '@/core/download'
import { post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { t } from '@/core/text'
import type { Renovation } from '@/domains/renovation/types'

/** Answer the printing of passes of a renovation. */
export function usePrint({ id, unitName }: Pick<Renovation, 'id' | 'unitName'>) {
  const { running, failed, call } = useCall()

  /** With `permit` the card of the permit itself is among them. */
  async function print(passIds: readonly string[], permit: boolean): Promise<void> {
    const path = `/renovation/cases/${id}/passes.pdf`
    const answer = await call(() => post<ArrayBuffer>(path, { passIds, permit }, { as: 'bytes' }))
    if (answer.ok)
      offerFile(answer.data, `${t('renovation.passes')} ${unitName}.pdf`, 'application/pdf')
  }
  return { running, failed, print }
}
