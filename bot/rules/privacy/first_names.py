"""First names that people in the United Kingdom bear, from every part of it: what makes two capitalised words a person's name.

A list of the common ones, not of all: beside "the mother" or after "Mrs" any name is seen.
"""

_COMMON = """
aaliyah aaron abbie abby abdi abdul abdullah abigail abu adam adele adrian agnes ahmed aidan aiden aimee aisha ajay
akash alan alasdair alastair albert aleksander aleksandra alex alexander alexandra alexis alfie alfred ali alice
alicia alisha alison alistair allan amanda amara amber amelia amelie amina amir amira amit amy ana anastasia andre
andrea andrei andrew andrzej aneta angela angus anil anita anjali ann anna annabel anne annette annie anthony antoni
antonio anwar anya archie aria arjun arlo armaan arthur arun asha ashley ashraf asif asma athena audrey aurora austin
ava ayaan ayesha aylin ayo babatunde barbara barry beatrice becky belinda ben benjamin bernadette bernard beryl bethan
bethany betty beverley bilal blake bobby bonnie bradley brandon brenda brendan brian bridget bronwen bronwyn bryan
bryony caitlin callum calvin cameron carl carla carly carmel carol carole caroline carys catherine cathy catriona
cerys charlene charles charley charlie charlotte chelsea cheryl chidi chinedu chioma chloe chris christina christine
christopher ciara ciaran cindy claire clara clare claudia clive clyde colette colin connie connor conor corey courtney
craig cynthia daisy damian damien dan daniel daniela danielle danuta darcey darren dave david dawid dawn dean debbie
deborah declan deepak deirdre demi denise dennis derek desmond dexter diana diane dilys dominic dominik donald donna
doreen doris dorothy douglas duncan dylan eamonn ebony eddie edith edna edward edwin eileen elaine eleanor elena eli
elif elijah elizabeth ella ellen ellie elliot elliott elsie elspeth emeka emil emilia emily emma emmanuel eoin eric
erica erin esme estelle esther ethan ethel eva evan evelyn evie ewa ewan fadumo faisal faith farah farhan fatima fatou
fatoumata fergus filip fiona florence frances francesca francis frank frankie fred freddie frederick freya gabriel
gabriela gail gareth gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gerard gethin gillian
gladys glen glenda glenn gloria gordon grace graeme graham grahame grant grzegorz gurpreet guy gwen gwyn hadiza hafsa
halima hamish hamza hanna hannah harold harper harriet harrison harry harvey hasan haseeb hassan hayden hayley hazel
heather heidi helen helena henry hilary hilda holly howard hugh hugo humza hussain hussein ian ibrahim idris ifeoma
igor imani imogen imran ines ingrid ioan iona irena irene iris isaac isabel isabella isabelle isha isla ismail ivan
ivor ivy jack jackie jackson jacob jacqueline jade jaden jake jakub james jamie jamila jan jane janet janice janine
jared jasmin jasmine jason jatinder jay jaya jayden jean jeanette jeffrey jemima jenna jennifer jenny jeremy jerome
jessica jessie jill jim jimmy joan joanna joanne jodie joe joel john johnny jon jonathan jonathon jordan joseph
josephine josh joshua josie joy joyce juan jude judith judy julia julian julie juliet june justin kacper kai kamal
kamila karen karim karina karl karolina katarzyna kate katherine kathleen kathryn katie katrina katy kavita kay kayden
kayleigh keeley keira keith kelly kelsey ken kenneth kenny kerry kevin khadija khalid kian kieran kim kimberley
kirsten kirsty krishna krystyna krzysztof kumar kwabena kwame kwasi kyle kylie lacey lara laura lauren laurence
lawrence layla layton leah leanne lee lena leo leon leona leroy lesley leslie lewis lexi liam lilian lillian lilly
lily lina linda lindsay lindsey lisa lloyd logan lola lorna lorraine louie louis louise luca lucas lucia lucy luis
lukasz luke luna lydia lyn lynda lynette lynn lynne mabel maciej mackenzie maddison madeleine madison magdalena maggie
mahmoud maisie maja malcolm malgorzata mandy manjit marcel marcin marcus margaret maria mariam marian marie marilyn
marina mario marion marjorie mark marlene marta martha martin martina mary maryam mason mateusz mathew matilda matthew
maureen maurice mavis max maxine maya megan mehmet mel melanie melissa mercy mia michael michal michele michelle mick
miguel mike mila mildred millie milo miriam mo moesha mohamed mohammad mohammed moira molly mona monica monika morgan
moses muhammad muriel mustafa myles nadia nadine nancy naomi narges nasir nasreen natalia natalie natasha nathan
nathaniel neeta neha neil nesta nevaeh niall niamh nichola nicholas nick nicola nicole nigel nikita nikki nina noah
noel noor nora norah noreen norma norman nyah oisin ola oleksandr olga oliver olivia oluwaseun omar orla oscar osman
owain owen pamela pat patience patricia patrick patryk paul paula pauline pawel peggy penelope penny percy peter petra
phil philip phillip phoebe phyllis piotr polly poppy precious priscilla priya priyanka rachael rachel radoslaw rafal
rahul raj rajesh ralph ramona ranjit rashid ravi ray raymond reece reg reggie rehana renata reuben rex rhian rhiannon
rhodri rhona rhys ricardo richard rick ricky riley rita robbie robert roberta robin robyn rodney roger rohan roisin
roland roman ron ronald ronan ronnie rory rosa rosaleen rosalind rosanna rose rosemary rosie ross rowan roxanne roy
ruby rupert russell ruth ryan sabrina sadia safiya saima sally sam samantha samina samir samira samuel sandra sanjay
sara sarah saskia scarlett scott sean sebastian selina sergei seth shabana shane shannon sharon shaun sheila shelley
shirley shona sian sidney sienna silvia simon simone sinead siobhan skye sofia solomon sonia sophia sophie stacey stan
stanislaw stanley stefan stella stephanie stephen steve steven stewart stuart sue sultana sunita suresh susan suzanne
syed sylvia szymon tahir tamara tamsin tania tanisha tanya tara tariq tasha tatiana taylor temitope terence teresa
terry thelma theo theodore theresa thomas tia tiffany tilly tim timothy tina tobias toby tom tomasz tommy toni tony
tracey tracy trevor tristan troy tyler tyrone uche ursula usman valerie vanessa vera verity veronica vicky victor
vikram viktor viktoria vincent viola violet vivek vivian vivien wanda warren wayne wendy wesley wiktoria wilfred
william willow winifred winston wojciech xavier yasin yasmin yasmine yolanda yousef yuki yusuf yvette yvonne zac zach
zachary zahra zainab zak zara zeinab zoe zofia zohra zuzanna
"""

FIRST_NAMES = frozenset(_COMMON.split())
