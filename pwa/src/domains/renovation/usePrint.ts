/** Passes to print: the server draws them with photo and code. */
import { offerFile } from '@/core/download'
import { post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { t } from '@/core/text'

/** Answer the printing of passes of a unit. */
export function usePrint() {
  const { running, failed, call } = useCall()

  /** With `permit` the card of the permit itself is among them. */
  async function print(
    passIds: readonly string[],
    permit: boolean,
    unitName: string,
  ): Promise<void> {
    const answer = await call(() =>
      post<ArrayBuffer>('/renovation/passes.pdf', { passIds, permit }, { as: 'bytes' }),
    )
    if (answer.ok)
      offerFile(answer.data, `${t('renovation.passes')} ${unitName}.pdf`, 'application/pdf')
  }
  return { running, failed, print }
}
