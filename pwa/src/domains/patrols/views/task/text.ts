/** Words of the photo asked for by lot. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    patrols: {
      task: {
        take: '拍一下{what}',
        note: '抽到这一处，请当场拍一张。没拍也能保存，主管会看到',
        done: '已拍',
        of: {
          extinguisher_gauge: '灭火器压力表',
          hydrant_inside: '消防栓箱内',
          exit_sign: '疏散指示灯',
          fire_door_closed: '关着的防火门',
          deck_door_open: '推开的天台门',
          railing_joint: '天台护栏接头',
          lift_certificate: '电梯使用标志',
          lift_buttons: '轿厢楼层按钮',
          waste_bin_inside: '垃圾箱内',
          plant_number: '设施编号牌',
          barrier_screen: '道闸显示屏',
          floor_marking: '地面车位号',
        },
      },
    },
  },
  'zh-Hant': {
    patrols: {
      task: {
        take: '拍一下{what}',
        note: '抽到這一處，請當場拍一張。沒拍也能保存，主管會看到',
        done: '已拍',
        of: {
          extinguisher_gauge: '滅火器壓力錶',
          hydrant_inside: '消防栓箱內',
          exit_sign: '疏散指示燈',
          fire_door_closed: '關著的防火門',
          deck_door_open: '推開的天台門',
          railing_joint: '天台護欄接頭',
          lift_certificate: '電梯使用標誌',
          lift_buttons: '轎廂樓層按鈕',
          waste_bin_inside: '垃圾箱內',
          plant_number: '設施編號牌',
          barrier_screen: '道閘顯示屏',
          floor_marking: '地面車位號',
        },
      },
    },
  },
  en: {
    patrols: {
      task: {
        take: 'Photograph {what}',
        note: 'This place was drawn: take it now. Saving works without, and the supervisor sees it',
        done: 'Taken',
        of: {
          extinguisher_gauge: 'the extinguisher’s gauge',
          hydrant_inside: 'the inside of the hydrant box',
          exit_sign: 'the exit sign',
          fire_door_closed: 'the closed fire door',
          deck_door_open: 'the deck door pushed open',
          railing_joint: 'a joint of the deck railing',
          lift_certificate: 'the lift’s certificate',
          lift_buttons: 'the buttons in the cabin',
          waste_bin_inside: 'the inside of the waste bin',
          plant_number: 'the number plate of the plant',
          barrier_screen: 'the screen of the barrier',
          floor_marking: 'the number on the floor',
        },
      },
    },
  },
}
