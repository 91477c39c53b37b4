/**
 * English words that are acronyms as well (IT, US, CARE), or could be: in a line all in capitals they are taken for the
 * word. For the background only; a page is told by a flag.
 */
const words = new Set(
  (
    'a act ad add age ago aid aim air all also am an and any apt arc are area arm art as ask at aunt auto away back bad ' +
    'ball bar base bat be bear beat bed been best bet big bit board body book both box boy bring build bus but buy by ' +
    'call came camp can cap car card care case cash cast cat cause cell chip city claim clear close club coast code cold ' +
    'come cope core cost cover crew cross cup cut dare dark data date dawn day deal dear deep did do dog done door down ' +
    'draw dream drive drop each ear early earn east easy eat edge else end ever eye face fact fair fall far farm fast fee ' +
    'feel few field fight file fill film find fire firm first fish fit five flag flat fly focus food foot for form four ' +
    'free from full fun gain game gap gate gave get give glad go goal god gold gone good grant great group grow guide had ' +
    'hair half hall hand happy hard has hat have he head hear heart heat held help her here hero high him his hit hold ' +
    'home hope host hot hour house how huge i ice idea if in inch into is it its job join joy just keep key kid kind king ' +
    'know lab lack lady laid land large last late law lay lead learn least leave led left leg less let level lie life lift ' +
    'light like line link list live load local log long look lose lost lot love low made mail main major make male man map ' +
    'mark mass may me mean meet men mind mine miss mode month moon more most move much must my name near need net never ' +
    'new news next nice night no node none nor not note now odd of off offer office often oil old on once one only open or ' +
    'order other our out over own pace pack page paid pain pair paper park part pass past path pay peer per phone pick ' +
    'piece plan play point poor port post press price prime print prove pull push put race rain raise range rate reach ' +
    'read ready real red rely rest rich ride right rise risk road role room root rule run safe said sale same sat save ' +
    'saw say scale scan scope score sea seat see seem self sell send sent serve set seven shall shape share she ship shop ' +
    'short shot show side sign since sit site six size skill skin small smart so soft soil sold some son song soon sort ' +
    'sound south space spot staff stage stand star start state stay step still stop store story strong such sun sure swift ' +
    'table take talk tap task tax team tell ten term test than that the them then there these they thing think this those ' +
    'three time tip to today told too took tool top total touch tour town track trade train tree trip true trust try turn ' +
    'two type under unit until up upon us use value very via view visit voice vote wage wait walk wall want war warm was ' +
    'wash watch water way we weak wear week well went were west what when where which while white who whole whom whose why ' +
    'wide wife will win wind wish with woman won word work world worth would write yard year yes yet you young your zone'
  ).split(' '),
);

/** @returns whether a text, in whatever case, is a common English word */
export function isCommonWord(text: string): boolean {
  return words.has(text.toLowerCase());
}
