import type { Intent } from './intent.js';

/** What counts for more or less than one, unless a rule says otherwise: what went wrong says more than what it went wrong with. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  expired: 1.2,
  error: 1.2,
  white: 1.2,
  spin: 1.2,
  kin: 1.3,
};

/**
 * What has to be said together for an intent, in meanings (words/): `a|b` one of them, `!a` not, `a:2` counts for more. The
 * rule that explains most of a sentence wins, so that the object decides and not the verb: "cancelar" alone stops, with
 * "conta" it deletes, with "pedido" it is not our business. A name after `@` limits a rule to a situation.
 */
export const FRAMES: Readonly<Record<Intent, string>> = {
  enter: `
    enter, enter want, link want, link send, code send, code want, send account, see account !data, use account
    !intrude, register:1.5, register want, cannot enter, link:0.8, code:0.8, resend, resend code, resend link, send
    again, again link:1.5, again code:1.5, not come, not come code, not come link, lost link, lost code, lost message,
    where link, where code:1.2, nothing come, send message again, lost code send again, link lost send again, and:1.5,
    again:0.7, not have link again, lacks code:1.5, lacks link:1.5, not code have, open account want, only link want,
    not message come, only link come code not, lost message send again, enter computer, enter phone, @afterAccess come
    cannot, @afterAccess want again, @afterAccess send again, @afterAccess send:0.8, sentHere, sentHere page ask,
    @afterAccess nothingYet:1.5, @afterAccess wait:0.9, @rest free:0.9, giveUp:1.2 human link, giveUp:1.2 human link
    send, giveUp:1.2 human enter, giveUp:1.2 link send, enter how, enter how whatToDo:1.2, enter whatToDo:1.2, @rest
    open:0.8, @afterAccess where:0.9
  `,
  linkProblem: `
    link not open, link open not:1.2, click error, click nothing, click white, white page, link error, link expired,
    cannot click, cannot click link, click not work, link not work, link work not, page error, @afterAccess error:0.9,
    @rest error:0.9, click link error, open white, page not open, click spin, link spin, page spin, not open,
    @afterAccess spin:0.9, @rest spin:0.9, link again expired, not click, open phone want computer, @afterAccess
    computer want, it not open, page white link, link not phone open, @afterAccess expired:0.8 !code, @rest
    expired:0.8 !code, click not it, cannot open, cannot open link, error page not, link lacks, nothing open, click
    nothing it:0.2, click back, click whatsapp, click back whatsapp, click link computer, click link how computer,
    open link computer, open link how
  `,
  codeProblem: `
    code error, code expired, code not accept, code not work, type error, type expired, code spin, type spin,
    attempts:1.5, code ask, code accept:1.2 !want, code not have work, code type error, number error type, code page
    accept, code error ask, code nothing, number not accept, number expired, page not ask code:0.5, not code type,
    code lacks work, code not right, number error !change, code cannot type, code error attempts:1.5, error
    attempts:1.5, code cannot:1.2
  `,
  codeQuestion: `
    where type, where type code, where type number, which code, two code, two code right, why number:1.2, why
    code:1.2, what number whatToDo, whatToDo number, whatToDo code, page not ask code, which number type, what code
    it, why code:1.2 number, why code:1.2 number it, code it number
  `,
  password: `
    password:2, password:2 forgot, password:2 error, password:2 change, password:2 want, password:2 not, password:2
    again, password:2 enter, password:2 lost, page password:2 ask, password:2 lacks, cannot password:2, password:2 not
    work, password:2 not enter, password:2 lose cannot enter, forgot password:2 enter, password:2 enter want,
    password:2 ask page, password:2 account
  `,
  google: `
    google:2, google:2 enter, google:2 connect, google:2 account, google:2 want use email, google:2 account connect
    want, google:2 want
  `,
  unlinkGoogle: `
    google:2 detach:1.5, google:2 detach:1.5 account, google:2 not want, google:2 exit, google:2 exit account,
    google:2 cancel:1.5, google:2 delete:1.5, google:2 detach:1.5 email, google:2 not want use, google:2 detach:1.5
    enter
  `,
  sessions: `
    sessions, where account connected, where connected, which sessions, which sessions connected, see sessions, which
    phone connected, who account connected, stranger connected account, last enter:1.2, last sessions, sessions
    connected, who use account, who connected, phone connected:1.2, account connected where, last account,
    someoneThere connected account, which connected, who account enter, who intrude:1.2, who intrude:1.2 account
  `,
  endAll: `
    exit everywhere, exit account everywhere, exit everywhere phone, exit everywhere sessions, leftOpen:2, leftOpen:2
    computer, exit everywhere computer, exit sessions, exit account everywhere phone, finish sessions, finish
    everywhere sessions, exit computer, exit phone, leftOpen:2 place
  `,
  block: `
    block:1.1, block account, block:1.1 want, hacked:1.6, hacked account, block everything, block account want, block
    hacked account, block it:0.2, steal password:2, block steal password:2, block steal password:2 everything, block
    intrude account, block who intrude:1.2, block want who intrude:1.2
  `,
  unblock: `
    unblock:1.5, unblock account, unblock want account, blocked account, detach lock, detach lock account, free
    account blocked, blocked:0.9, blocked account unblock, free blocked, unblock how account, blocked cannot enter
  `,
  notMe: `
    notMe:1.8, notMine account, notMine sessions, notMine connected, notMine phone enter, notMine account have,
    notMine sessions have, notMine sessions see, notMe:1.8 enter, notMe:1.8 code, intrude account, stranger intrude
    account, stranger intrude:1.1, notMe:1.8 ask, notMe:1.8 nothing, notMe:1.8 who, notMe:1.8 what, notMe:1.8 it,
    notMe:1.8 code nothing, intrude stranger use account, notMe:1.8 code ask it, stranger scam account, stranger want
    scam account
  `,
  wasMe: ``,
  data: `
    data, data which, data see, data send, data download, see record:1.2, data want, data which have, data want see,
    privacy:1.5, know:1.5, know:1.5 everything, data export, data keep which, data copy want, data have, which data
    keep
  `,
  deletion: `
    delete:1.1, delete account, delete data, delete record, delete everything, cancel account, cancel record, finish
    account, finish record, unregister:1.5, delete from, not want haveAccount more, not want haveAccount, delete
    account want, delete record want, exit from delete everything, delete data want, finish record want, finish
    account want, cancel account want, delete data privacy, cancel record want, exit from:0.9 want
  `,
  numberChange: `
    newNumber:1.5, change number, change phone, change chip, change whatsapp, change number phone, change number chip,
    move account newNumber:1.5, newNumber:1.5 account, newNumber:1.5 record have, newNumber:1.5 lost, newNumber:1.5
    use, newNumber:1.5 lose, change phone record, change number want phone, newNumber:1.5 change, newNumber:1.5
    account want move, change phone number:0.5 want, change number whatToDo:1.5, change number whatToDo want, change
    chip whatToDo
  `,
  lostPhone: `
    steal phone, lose phone, steal:1.5, steal phone:1.5 everything, lost phone, lose chip phone, lose phone:1.5 kin
    account, steal phone:1.5 newNumber, steal phone:1.5 block account, lose phone:1.5 newNumber, steal block
    account:1.5, lost phone:1.5 newNumber, lose phone:1.5 enter account, steal phone:1.5 connected everything, lose
    phone:1.5 can enter account stranger, lose chip:1.2
  `,
  claim: `
    claimed:2, claimed:2 account, claimed:2 stranger, taxId registered otherPerson, taxId otherPerson, taxId
    registered newNumber, otherPerson account taxId, claimed:2 registered, claimed:2 stranger account use, taxId
    newNumber, taxId mine have, taxId mine registered
  `,
  noTaxId: `
    lacks taxId, without taxId, refuse pass taxId, lostDocument:1.6, @taxId refuse pass, @taxId refuse, @taxId lacks,
    foreigner, foreigner lacks taxId, @taxId document, @taxId otherWay:1.4, @taxId taxId kin, @taxId forgot, @taxId
    lacks otherWay, enter without taxId, lacks taxId enter want, forgot taxId, forgot number taxId, lacks document,
    without document, refuse pass taxId why, @taxId taxId otherWay:1.5, @taxId must taxId otherWay, @taxId email:1.1,
    @taxId lost taxId, @taxId lose taxId, @taxId kin taxId:1.2, @taxId foreigner document, foreigner document, @taxId
    whatIsTaxId:1.5, whatIsTaxId:1.5
  `,
  whyTaxId: `
    why taxId:1.2, why data, keep taxId, share data, must taxId, doWith taxId, doWith data, who see taxId, why taxId
    want, why taxId must, why keep, why keep number, keep data, share taxId, why document, @taxId why, @consent why,
    @consent keep:0.8, @consent share, data safe, why taxId pass, share data stranger, @taxId must, must taxId pass,
    taxId safe keep, why taxId pass must, @consent share data, @taxId share it, @consent pass data stranger, data pass
    stranger
  `,
  scam: `
    scam:1.5, safe, trust, scam:1.5 safe, safe link, safe click, can click, can click link, pass code, called code,
    called ask code, called pass code, safe pass taxId, scam:1.5 taxId, safe number, trust you, scam:1.5 it, scam:1.5
    stranger, pass code stranger, can pass code, scam:1.5 pass taxId, can pass code kin, safe page, scam:1.5 company,
    called message, called human code, called message scam, can pass code stranger, called pass code ask, scam:1.5
    company you, know scam how, safe company, safe pass taxId kin scam, scam:1.5 kin, kin pass taxId safe not, called
    code whatsapp ask, trust know how, page safe see, can pass kin code, verify, verify how, verify trust, verify
    trust how, safe how, how know safe, called password:2, called password:2 ask, called message password:2 ask,
    called message password:2 ask trust, called message password:2 trust, warned pass, warned pass taxId, warned
    taxId, warned pass taxId whatsapp, warned pass code, can pass link kin:1.3, can pass link kin:1.3 it
  `,
  whoAreYou: `
    who you, who speak, robot, robot you, which company, company which it, fromWhere you, fromWhere, whose number,
    what number it, whoIs:1.5, who it, what it whatsapp, why number it, who number, robot person, you human, which
    number it, company fromWhere, speak robot, what it, speak who, why number:1.1 it, you person robot, it robot
    person, company you, you robot human, robot it human, company number it, fromWhere company you
  `,
  human: `
    human, speak human, speak person, call human, call person, want human, someoneThere, theirPhone:1.5, call human
    want, want person, want speak person, help person, not robot person, not want robot, not speak robot want, speak
    robot not want, want person robot not, where human, cannot call person, speak stranger, speak human want, cannot
    want stranger, want person help, person help human, have human someoneThere, call stranger, want speak human,
    speak stranger want, call person human, cannot call stranger, call human stranger, not want robot speak, want
    stranger cannot
  `,
  help: `
    help:0.7, lostHere, whatToDo, whatToDo how, lostHere whatToDo, help lostHere, help want:0.1, what accept it,
    @consent what accept, not lostHere, lostHere how
  `,
  menu: `
    menu, see menu, back menu, back robot, which menu, menu want see
  `,
  otherPerson: `
    kin, kin enter, kin account, kin taxId, kin enter account, kin register, kin record, kin taxId pass, kin use
    phone, kin enter want use phone, kin can taxId, kin taxId company, kin enter account want, kin without whatsapp,
    kin whatsapp lacks, kin taxId can type, kin register want, kin enter account can, kin want enter phone, kin
    account enter how, otherPerson enter account, account stranger enter want, without whatsapp, whatsapp lacks,
    change account:0.9
  `,
  business: `
    business:1.3, business:1.3 cancel, business:1.3 see, business:1.3 want, business:1.3 not come, business:1.3 block,
    business:1.3 can, business:1.3 where, business:1.3 cancel want, business:1.3 change, business:1.3 change want,
    business:1.3 account, business:1.3 error, business:1.3 not accept, card:1.3, card:1.3 block, business:1.3 how,
    business:1.3 come when, business:1.3 come where, business:1.3 which, business:1.3 send, business:1.3 again,
    business:1.3 see where, business:1.3 expired, business:1.3 which account, business:1.3 human which, business:1.3
    human, business:1.3 accept card, business:1.3 change error want, business:1.3 where account, business:1.3 you,
    business:1.3 not come where, business:1.3 block card, business:1.3 come, business:1.3 again change, business:1.3
    cannot, business:1.3 how can
  `,
  thanks: `
    thanks:2, thanks:2 worked, worked:1.4 !cannot, praise, thanks:2 enter, thanks:2 help, thanks:2 human, worked:1.4
    praise, worked:1.4 enter, thanks:2 bye, thanks:2 code, worked:1.4 code, worked:1.4 work, thanks:2 kin
  `,
  goodbye: `
    bye:1.1, bye:1.1 greet
  `,
  greet: `
    greet:0.5, greet:0.5 again:0.4, greet:0.5 praise
  `,
  cancel: `
    cancel, cancel human, cancel can human, giveUp:1.2, cancel it, cancel everything:0.5, giveUp:1.2 cancel, not want
    more register, giveUp:1.2 register, giveUp:1.2 call, giveUp:1.2 human, giveUp:1.2 it, not want register, not call
    person, giveUp:1.2 call person, giveUp:1.2 everything, @menu none:1.5
  `,
  no: `
    @rest unknownNumber:1.5, @rest cancel change, @rest not change, @rest unknownNumber:1.5 number, @rest firmNo:1.8
  `,
  hours: `
    hours, hours which, hours you, hours which you, hours business:1.3, hours human
  `,
  callMe: `
    callMe:1.5, callMe:1.5 can, callMe:1.5 someoneThere, callMe:1.5 human, callMe:1.5 human want, callMe:1.5 want
  `,
  linkQuestion: `
    click come page, come page, come page link, come button:1.2, come button:1.2 page, click come button:1.2, which
    button, where click, where link click, click come white:0.1 page, click open page, open page button, click open
    page button, whichLink:1.5
  `,
  language: `
    speakEnglish:1.5, speakSpanish:1.5, speakEnglish:1.5 not, speakEnglish:1.5 help
  `,
};
