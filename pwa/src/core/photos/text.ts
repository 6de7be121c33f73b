/** Words of taking and showing photos. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    photos: {
      camera: '拍照',
      shoot: '拍一张',
      doneWith: '拍好 {n} 张',
      keeping: '正在存第 {n} 张',
      fromFile: '用手机自带相机拍',
      fromFileNote: '可以用手机自带的相机拍，照片会标明不是当场拍的',
      one: '照片 {n}',
      awaited: '照片还没传到',
      taken: '已拍的照片',
      before: '处理前',
    },
    refusals: {
      'photos.not_a_picture': '这个文件不是能打开的照片。换一张，或重新拍',
      'photos.no_space': '照片没存进去，手机空间不够。清出 50 MB 再拍',
      'photos.insecure': '照片没存进去，这个网址不是 https。换 https 开头的网址再拍',
      'photos.not_kept': '照片没存进去。再拍一次，仍不行就重启浏览器',
      'photos.too_large': '这张照片超过 15 MB 或 5000 万像素，服务器没收。重新拍一张',
      'photos.animated': '动图看不出是哪一刻，服务器没收。重新拍一张',
      'photos.hash_mismatch': '照片在路上传坏了，本机的还在。重新打开应用会再传',
      'photos.awaited': '照片还没传到。等拍照的手机联网后再看',
      'photos.busy': '服务器正忙着处理照片。{retryAfter} 秒后再试',
    },
  },
  'zh-Hant': {
    photos: {
      camera: '拍照',
      shoot: '拍一張',
      doneWith: '拍好 {n} 張',
      keeping: '正在存第 {n} 張',
      fromFile: '用手機自帶相機拍',
      fromFileNote: '可以用手機自帶的相機拍，照片會標明不是當場拍的',
      one: '照片 {n}',
      awaited: '照片還沒傳到',
      taken: '已拍的照片',
      before: '處理前',
    },
    refusals: {
      'photos.not_a_picture': '這個文件不是能打開的照片。換一張，或重新拍',
      'photos.no_space': '照片沒存進去，手機空間不夠。清出 50 MB 再拍',
      'photos.insecure': '照片沒存進去，這個網址不是 https。換 https 開頭的網址再拍',
      'photos.not_kept': '照片沒存進去。再拍一次，仍不行就重啟瀏覽器',
      'photos.too_large': '這張照片超過 15 MB 或 5000 萬像素，服務器沒收。重新拍一張',
      'photos.animated': '動圖看不出是哪一刻，服務器沒收。重新拍一張',
      'photos.hash_mismatch': '照片在路上傳壞了，本機的還在。重新打開應用會再傳',
      'photos.awaited': '照片還沒傳到。等拍照的手機聯網後再看',
      'photos.busy': '服務器正忙著處理照片。{retryAfter} 秒後再試',
    },
  },
  en: {
    photos: {
      camera: 'Take photos',
      shoot: 'Take a photo',
      doneWith: 'Done, {n} photo | Done, {n} photos',
      keeping: 'Saving photo {n}',
      fromFile: 'Use the phone’s camera',
      fromFileNote: 'Use the phone’s own camera; the photo is marked as not taken on the spot',
      one: 'Photo {n}',
      awaited: 'The photo has not arrived yet',
      taken: 'Photos taken',
      before: 'Before',
    },
    refusals: {
      'photos.not_a_picture': 'This file is no picture that can be opened. Choose or take another',
      'photos.no_space':
        'The photo was not saved: the phone is full. Free 50 MB, then take it again',
      'photos.insecure':
        'The photo was not saved: this address is not https. Open the https address and take it again',
      'photos.not_kept':
        'The photo was not saved. Take it again; if it stays so, restart the browser',
      'photos.too_large':
        'This photo is over 15 MB or 50 megapixels and was not taken in. Take it again',
      'photos.animated': 'A moving picture shows no one moment and was not taken in. Take a photo',
      'photos.hash_mismatch':
        'The photo was damaged on the way; it is still on this phone. Open the app again to resend it',
      'photos.awaited':
        'The photo has not arrived. Look again when the phone that took it is online',
      'photos.busy': 'The server is busy with photos. Try again in {retryAfter} seconds',
    },
  },
}
