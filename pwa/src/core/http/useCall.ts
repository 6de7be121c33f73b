/** A call to the server as a page makes it: whether it runs, and in words why the last one did not succeed. */
import { ref } from 'vue'

import type { Answer, Refusal } from '@/core/http/client'
import { sessionExpired } from '@/core/session/session'
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'

export function useCall() {
  const running = ref(false)
  const failed = ref('')
  const code = ref('')

  async function call<T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> {
    running.value = true
    failed.value = ''
    const answer = await send()
    running.value = false
    failed.value = answer.ok ? '' : whyNot(answer)
    code.value = answer.ok ? '' : (answer.code ?? '')
    // Told by the page that asked and by the bar on every page.
    if (code.value === 'core.not_signed_in') sessionExpired()
    return answer
  }
  return { running, failed, code, call }
}

/** Answer what is so and what to do next. */
function whyNot({ why, code, params }: Refusal): string {
  if (why === 'offline') return t('core.needsNetwork')
  return why === 'server' ? t('core.serverDown') : refusal(code ?? 'core.failed', params)
}
