/** Taking photos one after the other: each is shrunk and kept off the page while the next is already aimed at. */
import { computed, ref } from 'vue'

import { now } from '@/core/clock'
import { keepPhoto } from '@/core/photos/photos'
import { shrink } from '@/core/photos/shrink'
import { PhotoRefused, type KeptPhoto, type PhotoRefusal } from '@/core/photos/types'
import type { PhotoSource } from '@/core/photos/upright'

/** Call `onKept` with every photo once it is on the phone. Answers what is still under way and what went wrong last. */
export function useCapture(onKept: (photo: KeptPhoto) => void) {
  const kept = ref<string[]>([])
  const underWay = ref(0)
  const refused = ref<PhotoRefusal>()

  /**
   * Take in a picture, or one that is just being made: it counts as under way from the touch on.
   *
   * at    when it was taken, by the phone's clock
   * live  by the camera inside the app, just now
   */
  async function take(
    source: PhotoSource | Promise<PhotoSource>,
    at: Date,
    live: boolean,
  ): Promise<void> {
    underWay.value++
    refused.value = undefined
    try {
      const photo = await keepPhoto(await shrink(await source), { at, live })
      if (!kept.value.includes(photo.sha256)) kept.value.push(photo.sha256)
      onKept(photo)
    } catch (error) {
      refused.value = error instanceof PhotoRefused ? error.code : 'photos.not_kept'
    } finally {
      underWay.value--
    }
  }

  /** Take in files of the phone's own camera or album; their word on the time is taken, up to now. */
  async function takeFiles(files: Iterable<File>): Promise<void> {
    for (const file of files)
      await take(file, new Date(Math.min(file.lastModified, now().getTime())), false)
  }

  return { kept, underWay: computed(() => underWay.value), refused, take, takeFiles }
}
