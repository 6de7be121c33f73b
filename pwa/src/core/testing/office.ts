/** The words of office pages, for tests that read what stands on them. */
import { officePage, showLanguage } from '@/core/text'

/** Show the app in Simplified Chinese with the words of the office. */
export async function speakOffice(): Promise<void> {
  await showLanguage('zh-Hans')
  await officePage(async () => undefined)()
}
