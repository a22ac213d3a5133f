/** "he" or "she", as far as a name tells. */
export type Gender = 'he' | 'she';

const male =
  'James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald ' +
  'Steven Steve Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Tim Jason Jeffrey Jeff Ryan Jacob ' +
  'Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Ben Samuel Gregory Frank Alexander Raymond ' +
  'Patrick Jack Dennis Jerry Tyler Aaron Jose Henry Adam Douglas Nathan Peter Zachary Kyle Walter Harold Carl Jeremy ' +
  'Keith Roger Gerald Ethan Arthur Terry Lawrence Sean Christian Austin Joe Noah Albert Bruce Willie Mike Tom Bill Jim ' +
  'Bob Dan Chris Greg Ted Barack Bernie Mitt Mitch Chuck Vladimir Volodymyr Dmitry Sergei Sergey Oleg Igor Boris ' +
  'Emmanuel Olaf Friedrich Shinzo Fumio Shigeru Taro Ichiro Kenji Hiroshi Takashi Recep Benjamin Ali Mohammed Muhammad ' +
  'Ahmed Hassan Omar Luke Simon Martin Philip Oscar Victor Hugo Karl Hans Klaus Pierre Jean Antonio Carlos Juan Luis';
const female =
  'Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley ' +
  'Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy ' +
  'Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Debra Rachel Carolyn Janet Maria ' +
  'Olivia Heather Helen Catherine Diane Julie Victoria Joyce Lauren Kelly Christina Ruth Joan Virginia Judith Evelyn ' +
  'Hannah Andrea Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Anne Kathryn Abigail Sophia ' +
  'Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana ' +
  'Hillary Nikki Kamala Melania Ivanka Akie Angela Ursula Theresa Giorgia Sanae Yuriko Yoko Akiko Keiko Yuko Elena Olga ' +
  'Irina Natalia Svetlana Fatima Aisha Leila Ingrid Astrid Greta Ella Kate Liz Jane Lucy Ellen Ana Rosa Elin';

let genders: Map<string, Gender | undefined> | undefined;

/** What the given name of a full name tells; names of both are left out. */
export function genderOfName(name: string): Gender | undefined {
  if (!genders) {
    genders = new Map(male.split(' ').map((given) => [given, 'he']));
    for (const given of female.split(' ')) {
      genders.set(given, genders.get(given) === 'he' ? undefined : 'she');
    }
  }
  const space = name.indexOf(' ');
  return space < 0 ? undefined : genders.get(name.slice(0, space));
}

/** What the form of address before a name tells. */
export function genderOfTitle(title: string): Gender | undefined {
  if (title === 'Mr' || title === 'Sir' || title === 'Lord') {
    return 'he';
  }
  return title === 'Ms' || title === 'Mrs' || title === 'Miss' || title === 'Lady' ? 'she' : undefined;
}
