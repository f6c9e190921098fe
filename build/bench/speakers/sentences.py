# ruff: noqa: E501  # one case a line
"""Invented sentences with the speaker of each quotation: to test by, and to learn from."""

from __future__ import annotations

SENTENCES = """
“The roof leaks,” Moreno told the council on Monday. | Moreno
“The roof leaks,” the mayor’s spokesman, Paul Okafor, said in an email. | Okafor
“The roof leaks,” said the mayor’s longtime friend and adviser Paul Okafor. | Okafor
“The roof leaks,” Moreno, who has led the agency since 2011, said. | Moreno
“The roof leaks,” a person familiar with the talks said. | person
“The roof leaks,” according to a report released Friday by the auditor. | report
“The roof leaks,” reads the complaint filed in district court. | complaint
“The roof leaks,” the lawsuit says. | lawsuit
“The roof leaks,” the sheriff’s office said in a statement posted to Facebook. | sheriff
“The roof leaks”, Moreno said. | Moreno
"The roof leaks," Moreno said at a news conference. "We will fix it." | Moreno ; Moreno
Moreno said the city “will fight this in court.” | Moreno
Moreno, a Democrat, said the city “will fight this in court.” | Moreno
In a statement, Moreno said the city “will fight this in court.” | Moreno
In a letter to the agency, city attorney Ada Moreno wrote that the subpoenas “lack any legal basis.” | Moreno
The subpoenas “lack any legal basis,” city attorney Ada Moreno wrote in a letter. | Moreno
The subpoenas, Moreno said, “lack any legal basis.” | Moreno
Moreno called the subpoenas “a fishing expedition.” | Moreno
Moreno has called the subpoenas “a fishing expedition” and vowed to fight them. | Moreno
Calling the subpoenas “a fishing expedition,” Moreno vowed to fight them. | Moreno
Moreno blasted the subpoenas as “a fishing expedition.” | Moreno
Moreno accused the agency of “bullying” local officials. | Moreno
The agency was accused by Moreno of “bullying” local officials. | Moreno
The judge described the request as “overly broad” and “unsupported.” | judge ; judge
The move was described as “overly broad” by civil rights lawyers. | lawyers
Critics have dubbed the measure “the secrecy bill.” | Critics
Okafor, whose office issued the demand, warned that officials “could face contempt.” | Okafor
Asked whether he would comply, Okafor replied: “Absolutely not.” | Okafor
“Will we comply?” Okafor asked. “Absolutely not.” | Okafor ; Okafor
“Absolutely not!” Okafor shouted from the podium. | Okafor
Okafor did not mince words. “Absolutely not, under any circumstances,” he said. | he
The city lives under a so-called “trust act” passed last year. | -
Police in the “sanctuary city” refused the request. | -
The county is considered a “sanctuary” jurisdiction. | -
Lawmakers passed the “Safe Streets Act” in March. | -
He appeared on “Morning Report” to discuss the raid. | -
Her new book, “The Long Road,” is out in May. | -
William “Bill” Okafor was released on Friday. | -
The memo, titled “Next Steps,” was sent to field offices. | -
The officers, known as “the night shift,” patrol the border. | -
The program, called “Fresh Start,” helps inmates. | -
The agency issued what it calls an “administrative warrant.” | agency
Agents use what Okafor called “every lawful tool.” | Okafor
“We follow the law,” Okafor said, adding that the county’s policy is “crystal clear.” | Okafor ; Okafor
“We follow the law,” Okafor said. He added, “The policy is clear.” | Okafor ; He
“We follow the law,” said Okafor, who oversees the jail. “The policy is clear.” | Okafor ; Okafor
“We follow the law,” Okafor told reporters Tuesday after the hearing, his voice rising. “The policy is clear.” | Okafor ; Okafor
Okafor’s claim that the policy is “crystal clear” drew laughter. | Okafor
A spokeswoman for the governor declined to comment, saying the office “does not discuss litigation.” | spokeswoman
Sheriff Dana Ruiz told KBTX-TV that deputies “will not do the federal government’s job.” | Ruiz
According to Sheriff Dana Ruiz, deputies “will not do the federal government’s job.” | Ruiz
Deputies “will not do the federal government’s job,” according to Sheriff Dana Ruiz. | Ruiz
Ruiz – a former prosecutor – said the demand was “unprecedented.” | Ruiz
Ruiz (D-Calif.) said the demand was “unprecedented.” | Ruiz
“This is unprecedented,” Rep. Dana Ruiz, D-Calif., said. | Ruiz
“This is unprecedented,” U.S. Rep. Dana Ruiz, a Democrat from Fresno, said during the hearing. | Ruiz
“This is unprecedented,” tweeted Ruiz. | Ruiz
Ruiz tweeted that the demand was “unprecedented,” while Okafor defended it as “routine.” | Ruiz ; Okafor
While Ruiz called the demand “unprecedented,” Okafor said it was “routine.” | Ruiz ; Okafor
Ruiz said Okafor was “out of touch.” | Ruiz
Ruiz and Okafor said in a joint statement that the deal was “fair and balanced.” | Ruiz
Officials from both counties say the deal is “fair and balanced.” | Officials
The Department of Homeland Security said in a news release that the city “chose politics over public safety.” | Department
DHS spokesman Paul Okafor said: “The city chose politics.” | Okafor
Okafor, acting director of the agency’s field office in Denver, said in a statement that “the city chose politics over safety.” | Okafor
The order states that agents “shall not enter” courthouses. | order
The ordinance prohibits officers from “initiating any inquiry” into status. | ordinance
Under the policy, officers may not “initiate any inquiry.” | -
Under the law, police “shall not detain any person” for the agency. | -
“I’m not afraid,” says Maria, 34, a mother of three. | Maria
“I’m not afraid,” one mother, who asked not to be named, said. | mother
“It’s a mess,” the 41-year-old said. | 41-year-old
As one lawyer put it, the demand is “legally meritless.” | lawyer
Okafor insisted the agency had “no choice.” | Okafor
The agency’s top lawyer conceded there was “no precedent” for the demand. | lawyer
Advocates argue that the practice “tears families apart.” | Advocates
The mayor took to Twitter to denounce the “cruel and pointless” raid. | mayor
The president, in a tweet, said the city was “breaking the law.” | president
“The city,” Okafor said, “is breaking the law.” | Okafor ; Okafor
“There is no dispute here,” Judge Lena Fox wrote in her ruling. “The subpoena is valid.” | Fox ; Fox
“There is no dispute here,” the judge wrote. “The subpoena,” she continued, “is valid.” | judge ; she ; she
'We will not comply,' Ruiz said. | Ruiz
Ruiz: ‘We Will Not Comply’ With Demand | Ruiz
Sheriff Says Agency’s Demand Is ‘Unprecedented’ | Sheriff
‘We Will Not Comply’: Sheriff Ruiz Rejects Demand | Ruiz
Okafor said he would be “shocked” if a judge ruled otherwise. | Okafor
Okafor said that if the city “doesn’t cooperate, we will go to court.” | Okafor
Okafor said she was told by officers to “go home.” | Okafor
“You have to understand,” Okafor said softly, “this is my home.” | Okafor ; Okafor
The group’s director, Lena Fox, called on the city to “end the charade.” | Fox
Fox urged the council to “end the charade.” | Fox
Fox, for her part, said the council should “end the charade.” | Fox
Fox criticized Ruiz for calling the demand “routine.” | Ruiz
Ruiz was criticized for saying the demand was “routine.” | Ruiz
ICE officials say the city’s refusal “is a danger.” | officials
“The public is at risk,” ICE said. | ICE
“The public is at risk,” the agency’s statement read. | statement
“The public is at risk,” the agency said, citing the case of a man it said was “a repeat offender.” | agency ; agency
In Denver on Thursday, Okafor told reporters the agency was “out of options.” | Okafor
Okafor on Thursday told reporters the agency was “out of options.” | Okafor
At a rally in Phoenix last week, the candidate promised to “end this.” | candidate
“End this now,” chanted protesters outside the jail. | protesters
Protesters outside the jail chanted “End this now!” | Protesters
“End this now,” the protesters chanted as officers looked on. | protesters
Dr. Lena Fox, a professor of law at the University of Colorado, said the demand “raises serious questions.” | Fox
“It raises questions,” said Lena Fox, a professor of law at the University of Colorado and a former prosecutor. “It’s new.” | Fox ; Fox
“It raises questions,” Fox said of the demand. | Fox
The lawyers say their client, a father of two, “did nothing wrong.” | lawyers
The sheriff said his deputies “did nothing wrong,” and the mayor agreed. | sheriff
“They did nothing wrong,” the sheriff said of his deputies, “and we will prove it.” | sheriff ; sheriff
Instead of answering, the sheriff quipped, “Next question.” | sheriff
The term “illegal alien” appears in the statute. | -
In the statute, an “alien” is any person who is not a citizen. | -
ICE officers arrested the man “without incident,” the agency said. | agency
ICE, which issued the subpoena, said it “reserves the right to seek enforcement in federal court.” | ICE
Immigration and Customs Enforcement spokeswoman Alethea Snow said in an emailed statement, “The agency will pursue every legal avenue.” | Snow
“The agency will pursue every legal avenue,” ICE spokeswoman Alethea Snow said in an emailed statement to The Courier. | Snow
“The agency will pursue every legal avenue,” Snow, the ICE spokeswoman, wrote. | Snow
“The agency,” ICE’s acting field director, John Fabb, said, “will pursue every legal avenue.” | Fabb ; Fabb
John Fabb, ICE’s acting field director in Denver, said the city’s policies were “irresponsible” and “dangerous.” | Fabb ; Fabb
“When law enforcement agencies don’t honor detainers, these individuals are released onto the streets,” Fabb said in a news release. | Fabb
The release quoted Fabb as saying the city had “turned its back on victims.” | Fabb
Fabb was quoted as saying the city had “turned its back on victims.” | Fabb
In the release, Fabb is quoted as calling the policy “a disgrace.” | Fabb
Mayor Lena Fox’s office called the subpoenas “a political stunt.” | Fox
The mayor’s office responded that it “will review the subpoenas.” | office
The mayor’s office did not immediately respond, but has previously said it “will not be intimidated.” | office
A spokesman for Mayor Lena Fox, Paul Okafor, called the subpoenas “political theater.” | Okafor
Paul Okafor, a spokesman for the mayor, called the subpoenas “political theater.” | Okafor
“Political theater,” is how Okafor described the subpoenas. | Okafor
City officials have said they would not “do ICE’s bidding.” | officials
The New York City Law Department said in a statement that it would “review the subpoenas.” | Department
“New York City will not change its policies,” said Freddi Stone, a spokeswoman for Mayor Lena Fox. | Stone
“New York City will not change its policies,” Freddi Stone, a spokeswoman for Mayor Lena Fox, said. | Stone
“New York City will not change its policies,” Freddi Stone, spokeswoman for the mayor, told The Associated Press. | Stone
“We keep the law,” U.S. Attorney Jonas Dunn said. “No one is above them.” | Dunn ; Dunn
U.S. Attorney Jonas Dunn said in court papers that the subpoenas are “lawful, reasonable and necessary.” | Dunn
In court papers, government lawyers argued that the sheriff “has no right to ignore a federal subpoena.” | lawyers
The government argued in its petition that the sheriff “has no right to ignore a federal subpoena.” | government
The petition says that the sheriff “has no right to ignore a federal subpoena.” | petition
The petition, filed in U.S. District Court, says the sheriff “has no right to ignore a federal subpoena.” | petition
A federal judge on Monday ordered the sheriff to comply, writing that the subpoenas were “plainly within the agency’s authority.” | judge
Judge Raymond Muir rejected the argument, finding it “unpersuasive.” | Muir
“The argument is unpersuasive,” Muir ruled. | Muir
“The argument is unpersuasive,” wrote U.S. District Judge Raymond Muir. | Muir
U.S. District Judge Raymond Muir wrote: “The argument is unpersuasive. It fails.” | Muir
Sheriff’s spokeswoman Ana Bel said the office had received the subpoena and was “reviewing it with counsel.” | Bel
Sheriff Ana Bel said her office received the subpoena Friday and is “reviewing it with counsel.” | Bel
Bel, asked about the subpoena, said her office was “reviewing it.” | Bel
Bel added: “We’re not the immigration police.” | Bel
Bel went on: “We’re not the immigration police.” | Bel
Bel put it bluntly: “We’re not the immigration police.” | Bel
Bel had a simple answer: “No.” | Bel
“No,” was Bel’s answer. | Bel
Bel said, “No.” Then she added, “Never.” | Bel ; she
“Never,” she said. | she
“Never again,” a tearful Bel said. | Bel
“Never again,” an emotional Sheriff Bel told the crowd of about 200 people gathered outside the courthouse. | Bel
“Never again,” reads one sign. | sign
One sign read, “Abolish ICE.” | sign
Demonstrators carried signs reading “Abolish ICE” and “No Human Is Illegal.” | Demonstrators ; Demonstrators
“Abolish ICE” signs lined the street. | -
The “Abolish ICE” movement has grown. | -
The “no-fly list” was created in 2001. | -
Republicans call such places “sanctuary cities.” | Republicans
The term “sanctuary city” has no legal definition. | -
So-called “sanctuary cities” limit cooperation. | -
Policies in “sanctuary” jurisdictions such as Denver forbid it. | -
The law is known as the “Colorado Trust Act.” | -
The agency placed a “detainer,” or hold request, on the man. | -
An immigration “hold” was placed on him. | -
Officials said a “detainer” was lodged against him. | Officials
Three of the men were “absconders,” according to ICE. | ICE
ICE described the men as “egregious criminal aliens.” | ICE
The agency said the man was a “danger to the community” and had been “released without notice.” | agency ; agency
“Denver does not comply with the agency’s requests,” said Okafor, speaking for the city attorney. | Okafor
Speaking for the city attorney, Okafor said that the city “does not comply.” | Okafor
Okafor, speaking on behalf of the city, said: “We do not comply.” | Okafor
“We do not comply – and we never have,” Okafor said. | Okafor
“We do not comply,” Okafor said – and then repeated it: “We do not comply.” | Okafor ; Okafor
“We do not comply,” Okafor said; “we never have.” | Okafor ; Okafor
“We don’t comply with ‘requests’ that aren’t signed by a judge,” Okafor said. | Okafor
The policy, Okafor explained, is meant to “keep families together.” | Okafor
The policy is meant to “keep families together,” Okafor explained. | Okafor
The council’s vote was “a victory,” organizer Lena Fox said. | Fox
“It was a victory,” organizer Lena Fox, 29, said after the vote. | Fox
“It was a victory,” said organizer Lena Fox, 29, who was brought to the country as a child. | Fox
For Fox, the vote was “a victory.” | Fox
To Fox, the vote was “a victory.” | Fox
Fox sees the vote as “a victory.” | Fox
Fox hailed the vote as “a victory,” but Okafor dismissed it as “symbolic.” | Fox ; Okafor
Okafor dismissed the vote as “symbolic.” | Okafor
Okafor downplayed the vote, saying it was “symbolic.” | Okafor
Okafor downplayed the vote as “symbolic.” | Okafor
Okafor mocked “the mayor’s little stunt.” | Okafor
Okafor’s tweet called the mayor “a fool.” | Okafor
In a tweet, Okafor called the mayor “a fool.” | Okafor
Okafor tweeted, “The mayor is a fool.” | Okafor
“The mayor is a fool,” he wrote on Twitter. | he
“The mayor,” he wrote, “is a fool.” | he ; he
His message to the mayor: “Resign.” | His
Okafor’s message to the mayor was simple: “Resign.” | Okafor
The union’s president, Dan Roe, says members are “fed up.” | Roe
“Members are fed up,” Roe, president of the union, told WXYZ. | Roe
Roe says he told members to “stay calm.” | Roe
Roe said one member told him, “I’m done.” | Roe
Roe recalled a supervisor telling him to “look the other way.” | Roe
Fox would not say whether the deal was “final.” | Fox
Fox denied that the deal was “final.” | Fox
Fox denied the deal was “final.” | Fox
Fox refused to call the deal “final.” | Fox
Some called it “final.” Others did not. | Some
Many say the deal is “final.” | Many
Several council members called the deal “a sham.” | members
Two council members called the deal “a sham.” | members
More than 40 groups signed a letter calling the deal “a sham.” | groups
A coalition of 40 groups called the deal “a sham.” | coalition
“A sham,” one critic called it. | critic
“A sham” was how one critic described it. | critic
It was, in the words of one critic, “a sham.” | critic
It was “a sham,” in the words of one critic. | critic
The tweet, which called the mayor “a fool,” was deleted. | which
“Wrong,” Okafor interjected into the microphone. | Okafor
Okafor interrupted: “Wrong.” | Okafor
Okafor leaned into the microphone and said, “Wrong.” | Okafor
Okafor shook his head. “Wrong,” he muttered. | he
Fox, who was joined by Sen. Dana Ruiz, told the crowd, “We are stronger when we listen.” | Fox
Asked by the moderator about the leak, Okafor said that was “ridiculous.” | Okafor
Pressed on the point, Okafor conceded he had “misspoken.” | Okafor
When asked about the leak, Okafor called it “ridiculous.” | Okafor
Okafor, speaking at a rally in Ohio, said, “We will win this state.” | Okafor
Okafor, speaking Tuesday at a rally in Akron, Ohio, said the state was “in play.” | Okafor
In an interview on CNN’s “State of the Union,” Okafor said Fox was “unfit.” | - ; Okafor
Speaking on “Morning Report,” Okafor said: “She is unfit.” | - ; Okafor
She told “Good Morning County” that the plan was “dead.” | - ; She
She told ABC’s “Good Morning County” that the plan was “dead.” | - ; She
Okafor told host Dan Roe on his show “The Roe Hour” that he was “all in.” | - ; Okafor
“We are all in,” Okafor told Fox News’ Dan Roe on Sunday. | Okafor
“We are all in,” Okafor said on ABC’s “This Day.” | Okafor ; -
“We are all in,” Okafor said in an interview on NBC’s “Press Hour.” “We are not leaving.” | Okafor ; - ; Okafor
“We are all in,” the statement continued. | statement
“We are all in,” the campaign said in a tweet, which has since been deleted. | campaign
The campaign’s chairman, Dan Roe, wrote that Fox “has a lot of explaining to do.” | Roe
Fox campaign chairman Dan Roe wrote that the report was “deeply flawed.” | Roe
Former Gov. Dan Roe of Ohio, a longtime ally, said Fox had “nothing to hide.” | Roe
Roe, the former governor of Ohio and a longtime ally, said Fox had “nothing to hide.” | Roe
“Fox has nothing to hide,” said former Gov. Dan Roe of Ohio, a longtime ally of the mayor who has advised her since 2012. | Roe
“Fox has nothing to hide,” Roe said. “But,” he added, “she should have spoken sooner.” | Roe ; he ; he
“Fox has nothing to hide,” Roe said, and he insisted she would be “vindicated.” | Roe ; he
Roe predicted that Fox “will be vindicated,” but said the matter was “a distraction.” | Roe ; Roe
Roe predicted that Fox “will be vindicated” and called the matter “a distraction.” | Roe ; Roe
Roe said Fox “will be vindicated,” and that the matter was “a distraction.” | Roe ; Roe
Roe said Fox “will be vindicated” and “the truth will come out.” | Roe ; Roe
Roe said Fox, who has “nothing to hide,” will be vindicated. | Roe
Roe also said the matter was “a distraction,” “a sideshow” and “a waste of time.” | Roe ; Roe ; Roe
Roe tweeted that the report was “fake” – a charge the newspaper denied. | Roe
The newspaper, in an editorial, said the charge was “baseless.” | newspaper
In an editorial, The Harlow Herald called the charge “baseless.” | Herald
An editorial in The Harlow Herald called the charge “baseless.” | editorial
The Harlow Herald’s editorial board wrote that the charge was “baseless.” | board
The Herald reported Monday that Fox had called the judge “a clown.” | Herald
The Herald reported that officials were “stunned” by the ruling. | Herald
A study by the Center for Local Policy found that such laws “do not increase crime.” | study
Researchers found that such laws “do not increase crime.” | Researchers
The poll found 40 percent of voters think the mayor is “doing a good job.” | poll
Forty percent of voters said the mayor is “doing a good job,” according to the poll. | voters
A majority of voters said the mayor was “doing a good job.” | voters
A White House official, speaking on condition of anonymity, said the plan was “not final.” | official
A White House official who spoke on condition of anonymity said the plan was “not final.” | official
White House press secretary Dan Roe said the plan was “not final.” | Roe
The White House said the plan was “not final.” | White House
Trump-appointed Judge Dan Roe said the plan was “not final.” | Roe
Both men said the plan was “not final.” | men
One of the men said the plan was “not final.” | men
Another said the plan was “not final.” | Another
Others, including Roe, said the plan was “not final.” | Others
Those who attended said the mood was “grim.” | Those
People close to the talks said the mood was “grim.” | People
Sources told the Herald the mood was “grim.” | Sources
Several people briefed on the matter said the mood was “grim.” | people
A man wearing a red hat yelled, “Go home!” | man
“Go home!” a man in the crowd yelled. | man
“Go home!” yelled a man in the crowd. | man
“Go home,” he yelled. “Go home!” | he ; he
“Go home,” she recalled him saying. | she
She recalled that he told her to “go home.” | She
“I told them, ‘Go home,’” she said. | she
“What do you want me to say?” asked Roe, laughing. | Roe
“Who knows?” Roe said with a shrug. “Maybe.” | Roe ; Roe
“Maybe,” Roe said with a shrug. | Roe
“It was a mistake,” Fox has said repeatedly. | Fox
“It was a mistake,” Fox would later say. | Fox
“It was a mistake,” Fox, 61, acknowledged last year in an interview with The Herald. | Fox
“It was a mistake,” Fox acknowledged to reporters after the vote, one of several apologies she made. | Fox
“It was,” Fox acknowledged, “a mistake.” | Fox ; Fox
It was, Fox acknowledged, “a mistake.” | Fox
It was a mistake, Fox acknowledged, “and I am sorry.” | Fox
Fox has acknowledged that it was “a mistake” to use the account. | Fox
Fox, meanwhile, has acknowledged that it was “a mistake.” | Fox
Fox – who once called the account “a mistake” – declined to comment. | who
Fox’s aides said it was “a mistake.” | aides
Aides to Fox said it was “a mistake.” | Aides
An aide to Fox, Dan Roe, said it was “a mistake.” | Roe
Dan Roe, an aide to Fox, and Ann Bel, her lawyer, said it was “a mistake.” | Bel
The “sanctuary city” label does not appear in the ordinance. | -
New York, a “sanctuary” city, declined. | -
New York calls itself a “sanctuary city.” | New York
The city, which calls itself a “sanctuary,” declined. | which
Trump has threatened to punish “sanctuary cities.” | -
The governor signed a bill banning “sanctuary” policies. | -
The bill would punish “sanctuary” counties. | -
Several “sanctuary” sheriffs attended. | -
He has long criticized “sanctuary” policies. | -
He defended the “sanctuary” policy on Friday. | -
He defended the city’s “sanctuary” status. | -
The crackdown on “sanctuary cities” continued. | -
Critics say “sanctuary” policies endanger the public. | -
ICE lodged an “immigration detainer” with the jail. | -
The agency calls the practice “catch and release.” | agency
The agency’s “catch and release” practice ended. | -
The man, identified as “John Doe” in court papers, was freed. | -
The group calls itself “Neighbors First.” | group
A group called “Neighbors First” sued. | -
The “will they or won’t they” debate goes on. | -
It was a “he said, she said” dispute. | -
Officials used “administrative subpoenas,” which are not signed by a judge. | -
Administrative subpoenas, or “immigration subpoenas,” are signed by agents. | -
A so-called “ICE hold” lasts 48 hours. | -
“Sanctuary” is a loose term. | -
“Sanctuary city” is a term with no legal meaning. | -
The agency issued “nine paper demands” on Friday, according to a news release. | release
A news release from the agency said it served “nine paper demands” on Friday. | release
The agency announced that it had served “nine paper demands.” | agency
The agency confirmed it had served “immigration subpoenas” on the county. | agency
Lund warned that the agency “will not hesitate” to go to court. | Lund
“We have one choice,” Lund said. “The public needs to know that.” | Lund ; Lund
“It’s sad that we must do this,” said Henry Lund, acting head of the agency’s removal branch. | Lund
“It’s saddening,” said Henry Lund, ICE’s acting deputy director for field work. | Lund
Henry Lund, ICE’s acting deputy director for Field and Court Operations (FCO), said it was “saddening.” | Lund
Lund (pictured) said it was “saddening.” | Lund
In the statement, ICE said that “the city’s refusal endangers lives.” | ICE
In the statement, the agency noted that “most law enforcement agencies” cooperate. | agency
The statement noted that “most law enforcement agencies” cooperate. | statement
The statement went on to say that “most law enforcement agencies” cooperate. | statement
“Most agencies cooperate,” the statement said. “Some do not.” | statement ; statement
“Most agencies cooperate,” it said. | it
“Most agencies cooperate,” ICE wrote on Twitter. | ICE
ICE tweeted Friday: “Most agencies cooperate.” | ICE
ICE’s Denver office tweeted Friday: “Most agencies cooperate.” | office
John Fabroni, who heads the Denver office, told The Post that the county “had a choice.” | Fabroni
Fabroni told The Post the county “had a choice.” | Fabroni
The county “had a choice,” Fabroni told The Post. | Fabroni
Fabroni told The Post: “The county had a choice. They made the wrong one.” | Fabroni
Theresa Vail, the mayor’s spokeswoman, said in an email that Denver “will not be responding.” | Vail
Denver “will not be responding,” the mayor’s spokeswoman, Theresa Vail, said in an email. | Vail
Denver officials said the subpoenas “may be read as a threat against the clerks of the county.” | officials
In a letter to ICE, Denver’s assistant city attorney wrote that the subpoenas “may be read as a threat.” | attorney
The letter from the assistant city attorney said the subpoenas “may be read as a threat.” | letter
The subpoenas “may be read as a threat,” the letter said. | letter
The letter, signed by Ada Moreno, said the subpoenas “may be read as a threat.” | letter
“They’re not going to get it,” Mayor Lena Fox said of the information. | Fox
“They’re not going to get it,” Fox vowed. | Fox
Fox has vowed that New York “will not be bullied.” | Fox
Fox has vowed to fight what she calls “bullying.” | Fox
Fox accused ICE of using “scare tactics.” | Fox
Fox accused ICE of “scare tactics.” | Fox
Fox rejected ICE’s “scare tactics.” | Fox
Fox’s spokeswoman, Freddi Stone, said the city would not “succumb to scare tactics.” | Stone
Immigrant advocates denounced the subpoenas as “scare tactics.” | advocates
Advocates for immigrants said the subpoenas amounted to “scare tactics.” | Advocates
Abdul Rahman, executive director of the Harbor Immigrant Fund, said ICE was “going rogue.” | Rahman
“They are going rogue,” said Abdul Rahman, of the Harbor Immigrant Fund. | Rahman
“They are going rogue,” said Abdul Rahman of the Harbor Immigrant Fund, an advocacy group. “It’s shocking.” | Rahman ; Rahman
Cyrus Vale, a law professor at Ashford University who studies subpoenas, said the tactic is “unusual but not illegal.” | Vale
Law professor Cyrus Vale said the tactic is “unusual but not illegal.” | Vale
The tactic is “unusual but not illegal,” according to law professor Cyrus Vale. | Vale
The tactic, according to law professor Cyrus Vale, is “unusual but not illegal.” | Vale
The tactic is “unusual,” said Cyrus Vale, a law professor, but “not illegal.” | Vale ; Vale
“It’s about respect,” Fox, a mother of two from Harlow, said as she waited in line. | Fox
“It’s about respect,” 54-year-old retiree Dan Roe said. | Roe
“It’s about respect,” said retiree Dan Roe, 54. | Roe
“It’s about respect,” Roe, 54, who voted for Fox in 2012, said in an interview at his home. | Roe
“It’s about respect,” Roe said, pausing to wipe his eyes. “That’s all.” | Roe ; Roe
“It’s about respect,” Roe said as the crowd booed. | Roe
Roe noted that Fox herself had described the bill as “flawed.” | Roe
Roe and other critics argue the bill is “flawed.” | Roe
The bill’s critics, including Roe, say it is “flawed.” | critics
The bill, which critics call “flawed,” passed. | critics
The bill, described by critics as “flawed,” passed. | critics
The bill is, as Roe put it, “a flawed mess.” | Roe
Roe has been calling the bill “a flawed mess” for years. | Roe
Roe was asked if the bill was “a flawed mess.” | -
It was Roe who called the bill “a flawed mess.” | who
The man who called the bill “a flawed mess” now supports it. | who
Roe’s opponent, Sen. Ann Bel, called the bill “a flawed mess.” | Bel
Both Roe and Bel have called the bill “a flawed mess.” | Roe
Roe’s campaign called the bill “a flawed mess.” | campaign
Roe’s campaign manager, Ann Bel, told CNN that the bill was “a flawed mess.” | Bel
Rep. Dan Roe (R-Ohio), chairman of the panel, called the bill “a flawed mess.” | Roe
Roe, R-Ohio, called the bill “a flawed mess.” | Roe
House Judiciary Committee Chairman Dan Roe called the bill “a flawed mess.” | Roe
The committee’s chairman, Rep. Dan Roe, R-Ohio, called the bill “a flawed mess.” | Roe
On Monday, Roe called the bill “a flawed mess.” On Tuesday, he called it “a triumph.” | Roe ; he
Last week Roe called the bill “a flawed mess.” | Roe
In 2016, then-candidate Dan Roe called the bill “a flawed mess.” | Roe
After the vote, Roe, who had opposed the bill, called it “a flawed mess.” | Roe
Though Roe called the bill “a flawed mess,” he voted for it. | Roe
Because the bill was “flawed,” Roe said, he would vote no. | Roe
If the bill is “flawed,” Roe said, it should be fixed. | Roe
Saying the bill was “flawed,” Roe voted no. | Roe
Roe voted no, saying the bill was “flawed.” | Roe
Roe voted no – saying the bill was “flawed.” | Roe
Roe voted no and said the bill was “flawed.” | Roe
Roe, saying the bill was “flawed,” voted no. | Roe
Roe said he voted no because the bill was “flawed.” | Roe
Roe said he “could not in good conscience” vote yes. | Roe
Roe said that he, Bel and others “could not in good conscience” vote yes. | Roe
Roe said, “I could not in good conscience vote yes,” and left. | Roe
Roe said “no.” | Roe
Roe says “no” to everything. | Roe
Roe, to applause: “I voted no.” | Roe
ROE: “I voted no.” | ROE
Q: “Why did you vote no?” | -
Mr. Roe said that “the bill,” as written, was “flawed.” | Roe ; Roe
Mr. Roe’s tone was “calm,” aides said. | aides
Mr. Roe’s aides said his tone was “calm.” | aides
Mr. Roe, whose aides said his tone was “calm,” left. | aides
“Calm down,” Roe’s aides urged him. | aides
Supporters of Mr. Roe’s bill say it is “balanced.” | Supporters
Opponents of the measure, led by the sheriff, say it is “reckless.” | Opponents
The sheriff’s department said on its website that detainers “are requests, not orders.” | department
The sheriff’s website says detainers “are requests, not orders.” | website
“Detainers are requests, not orders,” the sheriff’s website says. | website
Section 5 of the law states that detainers “are requests, not orders.” | Section
The Supreme Court has said that detainers “are requests, not orders.” | Court
The court held that detainers “are requests, not orders.” | court
The ruling said detainers “are requests, not orders.” | ruling
Detainers “are requests, not orders,” the court ruled. | court
Sheriff Dana Whitlock said in a statement that her office “received the subpoenas on Tuesday and forwarded them to county counsel.” | Whitlock
“The county will respond through its attorneys,” the statement continued. | statement
“Federal law is clear,” acting field office director Omar Lindgren said in a press release. “We will use every tool that Congress gave us.” | Lindgren ; Lindgren
The agency’s press release said the city’s refusal “puts officers and the public at risk.” | release
“This is not how partners behave,” wrote Councilwoman Irene Sato on Twitter. | Sato
Councilwoman Irene Sato tweeted Friday: “Our jail is not an arm of the deportation machine.” | Sato
In a tweet, the mayor called the demand “political theater.” | mayor
The mayor took to Twitter to denounce what he called “a stunt.” | he
According to Lindgren, the four men were released “without so much as a phone call.” | Lindgren
The four men were released “without so much as a phone call,” according to Lindgren. | Lindgren
The records “are not ours to give,” according to a spokesman for the sheriff. | spokesman
“We got a fax,” said Whitlock. “A fax is not a warrant,” added her deputy, Ron Ibsen. | Whitlock ; Ibsen
Whitlock called the subpoena “unusual,” while Ibsen said it was “plainly unlawful.” | Whitlock ; Ibsen
Ibsen said he was “baffled.” Whitlock, for her part, said she was “not surprised at all.” | Ibsen ; Whitlock
“We asked for a judge’s signature,” Whitlock said, “and we were told that none was coming.” | Whitlock ; Whitlock
“If they had called,” said Ibsen, a 20-year veteran of the department, “we would have told them the release date.” | Ibsen ; Ibsen
“The law,” Judge Perla Unger wrote in her order, “does not permit a warrantless hold.” | Unger ; Unger
“We read the letter twice,” Whitlock said. “We read it again with our lawyers.¶“And then we put it in a drawer.” | Whitlock ; Whitlock ; Whitlock
“No one in this county is above the law.¶“No one is below it either,” Whitlock said. | Whitlock ; Whitlock
The sheriff’s letter to the agency reads in part:¶“We cannot hold a person without a warrant signed by a judge. Please send one.” | letter
Whitlock issued the following statement on Thursday:¶“My deputies will continue to follow state law.” | Whitlock
Lindgren said this: “We will go to court, and we will win.” | Lindgren
The county describes itself as a “sanctuary” for immigrants. | county
Supporters of so-called “sanctuary” policies packed the hearing. | -
The bill would end “sanctuary city” policies across the state. | -
The “illegal” label was removed from the county’s forms. | -
The county has been called a “sanctuary” by its critics. | critics
The officers wore vests that read “POLICE.” | -
Protesters chanted “Let them stay!” outside the jail. | Protesters
ICE chief: ‘We will see them in court’ | chief
Sheriff Says Subpoenas ‘Waste of Paper’ as Deadline Nears | Sheriff
‘We will not be bullied,’ mayor tells agency | mayor
County Leaders Slam ‘Overreach’ by Federal Agents | Leaders
Lindgren described the policy as “an open door for repeat offenders.” | Lindgren
The policy was described by Lindgren as “an open door for repeat offenders.” | Lindgren
Ibsen called it “a solution in search of a problem.” | Ibsen
Calling it “a solution in search of a problem,” Ibsen voted against the ordinance. | Ibsen
Ibsen, who called it “a solution in search of a problem,” voted against the ordinance. | who
The ordinance, which Ibsen called “a solution in search of a problem,” passed on Monday. | Ibsen
Tomas Reyes-Quill, a spokesman for Mayor Heidi Blum, said the city “is reviewing the subpoenas with care.” | Reyes-Quill
A spokesman for Mayor Heidi Blum said the city “is reviewing the subpoenas with care.” | spokesman
Blum’s spokesman, Tomas Reyes-Quill, declined to discuss the letter, citing “pending litigation.” | Reyes-Quill
A spokeswoman for the agency, Lena Dorsey, would say only that it was “an ongoing matter.” | Dorsey
“We have nothing to hide,” Dorsey reportedly told a local radio station. | Dorsey
Whitlock allegedly told deputies to “lose the paperwork,” the lawsuit claims. | lawsuit
The deputies were told to “lose the paperwork,” the lawsuit alleges. | lawsuit
“You will honor this request,” the letter warns, “or you will explain yourself to a judge.” | letter ; letter
The subpoena orders the county to “produce all booking records” within 14 days. | subpoena
State law says jails “shall not” hold anyone past a release date. | law
Asked about the fax, Whitlock laughed. “I have not seen one of those since 2004,” she said. | she
Whitlock was blunt: “They sent it to the wrong county.” | Whitlock
Whitlock’s response was blunt: “They sent it to the wrong county.” | Whitlock
“They sent it to the wrong county,” was Whitlock’s response. | Whitlock
“Is it legal?” Unger asked the government’s lawyer. “Is there any case that says so?” | Unger ; Unger
“Yes, your honor,” the lawyer, Paul Verhoeven, answered. | Verhoeven
Verhoeven told the judge the agency had “exhausted every other option.” | Verhoeven
Verhoeven argued that the city’s reading of the statute would “gut” federal authority. | Verhoeven
Unger rejected that argument, writing that the statute “means what it says.” | Unger
Unger rejected that argument as “circular.” | Unger
In a 14-page ruling, Unger found that the subpoenas were “overbroad” and “oppressive.” | Unger ; Unger
Unger’s ruling said the subpoenas were “overbroad.” | ruling
Blum joined the sheriffs of three other counties in condemning the “bullying tactics” of the agency. | Blum
“It’s about trust,” said Blum, who was elected in 2018 on a promise to “keep families together.” | Blum ; -
“It’s about trust,” Blum, who was elected in 2018, said at City Hall. | Blum
Blum said at City Hall that “it’s about trust,” adding, “Without trust nobody calls 911.” | Blum ; Blum
Blum, quoting the state constitution, said that “all persons are born free.” | Blum
The sheriff, Blum said, “did exactly what the law requires.” | Blum
“What is the emergency?” the mayor said of the subpoenas. | mayor
Residents interviewed on Friday had mixed views. “They should just cooperate,” said Hal Brandt, 61, a retired welder. | Brandt
“My cousin was taken from that courthouse,” said a woman who gave her name only as Rosa. | woman
“I don’t trust either side,” one resident said. | resident
A judge ordered that the man be held “until further notice.” | judge
The complaint describes the arrest as “violent and unannounced.” | complaint
Officials with the agency have said that detainers are “a request, nothing more.” | Officials
Agency officials, who spoke on condition of anonymity, said the plan was “still being drafted.” | officials
The agency says it wants “the safe transfer of custody.” Advocates say that phrase hides a “pipeline.” | agency ; Advocates
The term “detainer” appears nowhere in the ordinance. | -
The word “subpoena” comes from Latin. | -
Lindgren said the county’s “sanctuary” policy left agents with no choice. | -
Lindgren blamed “sanctuary politicians” for the release. | Lindgren
Whitlock said she has “no intention” of complying and that the agency “knows where to find” her. | Whitlock ; Whitlock
“This is about four people,” Lindgren said Monday. Blum disagreed. “This is about all of us,” she said. | Lindgren ; she
“We do not comment on subpoenas,” a Justice Department official said, speaking on background. | official
“We were never consulted,” Police Chief Marguerite Oyelaran said in an emailed statement. | Oyelaran
County Executive Saul Brandvold’s office issued a statement saying the jail “complies with every lawful order.” | office
The statement, attributed to Lindgren, said the releases were “reckless.” | statement
“Reckless” is how Lindgren put it. | Lindgren
""".strip().splitlines()
"""A text | its quotations' speakers in order (a word of the mention; - for nobody).

¶ parts two paragraphs. The sentences from Whitlock on were written before the rules had read them:
79 of 90 were right at first contact.
"""
