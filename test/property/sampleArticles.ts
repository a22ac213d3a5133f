/** Two articles written for the tests: invented people, places and outlets. */
export const englishArticle = `Harbour Town Split Over Ferry Tunnel

Port Ellery's council will vote on Tuesday on a tunnel that would replace the 140-year-old ferry to Morrow Island. Mayor Ines Calloway said the plan was "the only honest answer to a decade of cancelled crossings."

Opponents are not convinced. Tomas Reinholt, who speaks for the islanders' association, told the Ellery Gazette that the cost estimate of 412 million crowns left out ventilation, fire safety and the purchase of land. "They have priced a hole in the ground," Reinholt said. He did not say what the association would accept instead.

The ferry carried 1.3 million passengers last year, 8 percent fewer than in 2019. Its operator, Nordline, has warned that it cannot keep the older of its two ships in service beyond March 2027. A spokeswoman for Nordline declined to comment on the vote.

Calloway denied that the decision had been made in advance. The mayor said that she had met the association four times since September and that every objection had been answered in writing. Reinholt disputes this: two of the letters, he said, were never sent.

An independent review by the University of Sarn found that a tunnel would pay for itself within 35 years if traffic grew by 2 percent a year. The same review noted that traffic has not grown since 2016. Professor Wilhelmina Oduya, its author, urged the council to publish the assumptions behind the estimate before the vote.

What the council should do is clear. It must postpone the vote until the ventilation plan is public, and it should ask the islanders, who will live with the tunnel longest, what they want.

Earlier attempts failed. In 1974 a bridge was rejected by nine votes; in 1998 a referendum on a causeway was annulled because of a printing error. "We are used to waiting," said Aino Marsh, who has run the kiosk at the island pier since 1981.
`;

export const japaneseArticle = `港町の海底トンネル計画、採決へ

白浜湾市議会は12日、離島の森島を結ぶ海底トンネル計画を採決する。成立すれば140年続いた連絡船は廃止となる。和泉玲子市長は「欠航続きの10年に対する、ただ一つの誠実な答えだ」と述べた。

反対の声は根強い。島民の会の代表を務める戸川達也氏は、総事業費412億円の見積もりに換気設備や用地の取得費が含まれていないと指摘し、「地面の穴の値段でしかない」と批判した。会として何を受け入れるのかは明らかにしなかった。

連絡船の昨年の利用者は130万人で、2019年より8％少ない。運航するノルドラインは、古い方の船を2027年3月より先まで使うことはできないとしている。同社の広報担当者は採決についてコメントを控えた。

和泉市長は、結論ありきだとの見方を否定した。9月以降に島民の会と4回会い、すべての質問に文書で答えたと説明する。これに対し戸川氏は、そのうち2通は届いていないと反論している。

サルン大学の検証によれば、交通量が年2％ずつ増えた場合、トンネルは35年で採算が取れる。ただし交通量は2016年から増えていない。検証をまとめたオドゥヤ教授は、採決の前に見積もりの前提を公表するよう市議会に求めた。

市議会がなすべきことは明らかだ。換気計画が公表されるまで採決を延期し、トンネルと最も長く付き合うことになる島民に意見を聞くべきである。

過去の計画はいずれも実らなかった。1974年には橋の案が9票差で否決され、1998年の住民投票は印刷の誤りで無効となった。島の桟橋で1981年から売店を営む丸山あい子さんは「待つのには慣れている」と話した。
`;

export const otherEnglishArticle = `Museum Reopens After Flood

The Lindqvist Museum in Varnholm reopened on Saturday, fourteen months after a burst main flooded its cellars. Director Hanne Obel said that nearly all of the damaged drawings had been saved.

Volunteers dried some six thousand sheets by hand. The insurers have not yet agreed who will pay for the rest, and a claim against the waterworks is before the courts.

Visitors queued around the block. Many had brought flowers; one boy carried a bucket.
`;

export const otherJapaneseArticle = `浸水の美術館、14か月ぶりに再開

水道管の破裂で地下が浸水したヴァルンホルム市のリンドクヴィスト美術館が土曜日に再開した。傷んだ素描はほぼすべて修復できたと館長は話す。

有志がおよそ6千枚を手作業で乾かした。残る費用を誰が負担するかは決まっておらず、水道局に対する訴えが裁判所で審理されている。

来館者の列は建物を一周した。花を持って来た人も多かった。
`;
