import type { Intent } from '../intent.js';

/** What is asked, said and felt around it: what has to be said together (frames.ts). */
export const OF_TALK = {
  claim: `
    claimed:2, claimed:2 account, claimed:2 stranger, taxId registered otherPerson, taxId otherPerson, taxId
    registered newNumber, otherPerson account taxId, claimed:2 registered, claimed:2 stranger account use, taxId
    newNumber, taxId mine have, taxId mine registered, taxIdTaken:2, taxIdTaken:2 account, taxIdTaken:2 stranger,
    taxIdTaken:2 record, taxIdTaken:2 intrude, taxIdTaken:2 registered, taxIdTaken:2 have, taxIdTaken:2 otherPerson
  `,
  noTaxId: `
    lacks taxId, without taxId, refuse pass taxId, lostDocument:1.6, @taxId refuse pass, @taxId refuse, @taxId
    lacks, foreigner, foreigner lacks taxId, @taxId document, @taxId otherWay:1.4, @taxId taxId kin, @taxId forgot,
    @taxId lacks otherWay, enter without taxId, lacks taxId enter want, forgot taxId, forgot number taxId, lacks
    document, without document, refuse pass taxId why, @taxId taxId otherWay:1.5, @taxId must taxId otherWay, @taxId
    email:1.1, @taxId lost taxId, @taxId lose taxId, @taxId kin taxId:1.2, @taxId foreigner document, foreigner
    document, @taxId whatIsTaxId:1.5, whatIsTaxId:1.5, @taxId lacks have, @taxId document lacks, @taxId lose
    document, @taxId lost document
  `,
  whyTaxId: `
    why taxId:1.2, why data, keep taxId, share data, must taxId, doWith taxId, doWith data, who see taxId, why taxId
    want, why taxId must, why keep, why keep number, keep data, share taxId, why document, @taxId why, @consent why,
    @consent keep:0.8, @consent share, data safe, why taxId pass, share data stranger, @taxId must, must taxId pass,
    taxId safe keep, why taxId pass must, @consent share data, @taxId share it, @consent pass data stranger, data
    pass stranger, @taxId keep taxId, whoSees:1.2, whoSees:1.2 data, whoSees:1.2 taxId, @taxId whoSees:1.5, @consent
    whoSees:1.5, must taxId have, @taxId keep:1.1, why must, @consent doWith, @taxId doWith, whoSees:1.2 data enter,
    whoSees:1.5 enter, doWith taxId want:0.3, doWith why taxId
  `,
  scam: `
    scam:1.5, safe, trust, scam:1.5 safe, safe link, safe click, can click, can click link, pass code, called code,
    called ask code, called pass code, safe pass taxId, scam:1.5 taxId, safe number, trust you, scam:1.5 it,
    scam:1.5 stranger, pass code stranger, can pass code, scam:1.5 pass taxId, can pass code kin, safe page,
    scam:1.5 company, called message, called human code, called message scam, can pass code stranger, called pass
    code ask, scam:1.5 company you, know scam how, safe company, safe pass taxId kin scam, scam:1.5 kin, kin pass
    taxId safe not, called code whatsapp ask, trust know how, page safe see, can pass kin code, verify, verify how,
    verify trust, verify trust how, safe how, how know safe, called password:2, called password:2 ask, called
    message password:2 ask, called message password:2 ask trust, called message password:2 trust, warned pass taxId,
    warned taxId, warned pass taxId whatsapp, warned pass code, can pass link kin:1.3, can pass link kin:1.3 it,
    called human number, called number pass, called account blocked, called blocked, called you, called email,
    called email scam:1.5, called link, called link you, called number, can pass number, can pass link stranger,
    called stranger code, trust not, called business:1.4 you, called scam:1.5 you, called taxId, called company,
    called taxId you, called:1.2 verify, warned:1.6 click, warned:1.6 link, warned:1.6, scam:1.5 refuse pass,
    scam:1.5 link password:2, scam:1.5 password:2, scam:1.5 link come, warned pass:1.2, called code stranger ask,
    called code you, called code you ask, called you ask, scam:1.5 pass data, scam:1.5 data, called email you,
    scam:1.5 pass data taxId
  `,
  whoAreYou: `
    who you, who speak, robot, robot you, which company, company which it, fromWhere you, fromWhere, whose number,
    what number it, whoIs:1.5, who it, what it whatsapp, why number it, who number, robot person, you human, which
    number it, company fromWhere, speak robot, speak who, why number:1.1 it, you person robot, it robot person,
    company you, you robot human, robot it human, company number it, fromWhere company you, who:0.6, robot human it,
    robot it, robot human, who it number, sentHere what, what company, what company it, whoIs:1.5 speak:1.2,
    whoIs:1.5 human, whoIs:1.5 robot
  `,
  human: `
    human, speak human, speak person, call human, call person, want human, someoneThere, theirPhone:1.5, call human
    want, want person, want speak person, help person, not robot person, not want robot, not speak robot want, speak
    robot not want, want person robot not, where human, cannot call person, speak stranger, speak human want, cannot
    want stranger, want person help, person help human, have human someoneThere, call stranger, want speak human,
    speak stranger want, call person human, cannot call stranger, call human stranger, not want robot speak, want
    stranger cannot, human want register, human stranger register, human want stranger register, human:1.2 how,
    cannot person want:1.5, human:1.2 help, person:1.2 cannot want, theirPhone:1.5 you, theirPhone:1.5 have you,
    someoneThere:1.2 robot, someoneThere:1.2 stranger, person robot want:1.2, not robot want person, call stranger
    robot, call person robot, stranger robot call:1.5, robot call human
  `,
  help: `
    help:0.7, lostHere, whatToDo, whatToDo how, lostHere whatToDo, help lostHere, help want:0.1, @consent
    whatAccept:2.5, not lostHere, lostHere how, @taxId cpfFormat:1.6, @taxId what number whatToDo, @taxId which
    number, @taxId what number type:0.5, @taxId where taxId type, @taxId what number whatToDo:1.2, whatIf:2.2
    !block, whatToDo type, whatToDo what, whatIf:3 if !block, @taxId whatToDo:1.3, @taxId whatToDo:1.3 must, @taxId
    whatToDo:1.3 type
  `,
  menu: `
    menu, see menu, back menu, back robot, which menu, menu want see, menu send again, menu again, menu send, menu
    back
  `,
  otherPerson: `
    kin, kin enter, kin account, kin taxId, kin enter account, kin register, kin record, kin taxId pass, kin use
    phone, kin enter want use phone, kin can taxId, kin taxId company, kin enter account want, kin without whatsapp,
    kin whatsapp lacks, kin taxId can type, kin register want, kin enter account can, kin want enter phone, kin
    account enter how, otherPerson enter account, account stranger enter want, without whatsapp, whatsapp lacks,
    change account:0.9
  `,
  business: `
    business:1.3, business:1.3 cancel, business:1.3 see, business:1.3 want, business:1.3 not come, business:1.3
    block, business:1.3 can, business:1.3 where, business:1.3 cancel want, business:1.3 change, business:1.3 change
    want, business:1.3 account, business:1.3 error, business:1.3 not accept, card:1.3, card:1.3 block, business:1.3
    how, business:1.3 come when, business:1.3 come where, business:1.3 which, business:1.3 send, business:1.3 again,
    business:1.3 see where, business:1.3 expired, business:1.3 which account, business:1.3 human which, business:1.3
    human, business:1.3 accept card, business:1.3 change error want, business:1.3 where account, business:1.3 you,
    business:1.3 not come where, business:1.3 block card, business:1.3 come, business:1.3 again change, business:1.3
    cannot, business:1.3 how can, youHave:0.7 !data !keep !know !taxId !code !link !scam !safe !human !page !privacy
    !delete !everything !menu !company
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
    cancel, cancel human, cancel can human, giveUp:1.2, cancel it, cancel everything:0.5, giveUp:1.2 cancel, not
    want more register, giveUp:1.2 register, giveUp:1.2 call, giveUp:1.2 human, giveUp:1.2 it, not want register,
    giveUp:1.2 everything, @menu none:1.5, @taxId later:1.2, giveUp:1.2 link, giveUp:1.2 code, giveUp:1.2 change
    number, giveUp:1.2 call person not:0.2, not call person, @rest noNeed:1.2, @rest noNeed:1.2 link, @rest
    noNeed:1.2 code, @rest noNeed:1.2 send, @taxId noNeed:1.2
  `,
  no: `
    @rest unknownNumber:1.5, @rest cancel change, @rest not change, @rest unknownNumber:1.5 number, @rest
    firmNo:1.8, @rest unknownNumber:1.5 scam, @rest unknownNumber:1.6 change number, @rest unknownNumber:1.6
    newNumber, @rest unknownNumber:1.6 change, @rest unknownNumber:1.5 scam it
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
    page button, whichLink:1.5, howLong:1.2 link
  `,
  language: `
    speakEnglish:1.5, speakSpanish:1.5, speakEnglish:1.5 not, speakEnglish:1.5 help
  `,
} as const satisfies Partial<Record<Intent, string>>;
