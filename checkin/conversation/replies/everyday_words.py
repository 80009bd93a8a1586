"""Words that people really use, so that a word of its own is never read as a slip of another.

"lots" is not a slip of lost, "food" is not a slip of good. They are no secret words either.
Written for this product; add to it freely, one word is as good as another.
"""

from checkin.conversation.replies.phrases import each

EVERYDAY_WORDS = each(
    """
a able about above abroad abuse accept accident account ache across act action active activity actual
actually add address adult advice advocate afford afraid after afternoon again against age agency ago agree
agreed ahead aid air alarm alive all allow allowed almost alone along already alright also although always am
amazing ambulance among amount an and anger angry animal ankle annoyed annoying another answer answered
answers anxious any anybody anymore anyone anything anyway anywhere apart app appear apple apples
appointment april are area arm arms army around arrive arrived arriving art arts as ash ask asked asking
asleep at ate attack attacked attic august aunt auntie autumn avoid awake away awful
baby back backed bacon bad badly bag bags bake baked baking balance ball ban banana band bang bank bar bare
bark base basket bat bath bathroom batter battery battle bay be beach bead bean beans bear beard beat beaten
beautiful became because become bed bedroom beds bee beef been beep beer before beg began begin behave behind
being bell belly belong below belt bench bend beside best bet better between beyond big bigger bike bill bin
bingo bird birds birthday biscuit bit bite bits bitter black blame blanket bled bleed bleeding bless blew
blind block blocked blood bloody blow blown blue board boat bodies body boil boiled bold bone bones bonus
book booked books boot boots border bore bored boring born borrow boss both bother bothered bottle bottom
bought bowl bowling box boy boyfriend boys brain brake brave bread break breakfast breath breathe breathing
brick bridge bright bring broke broken brother brought brown bruise bruised brush bucket budget bug build
building bull bully bullied bullying bump bumped bun burger burn burned burnt bus buses bush business busy but
butter button buy buying by bye
cab cabin cafe cage cake cakes call called caller calling calls calm came camera camp can canal cancel candle
cane cannot cap car card cards care cared careful carer carers cares caring carpet carried carrot carry cars
case cash cat catch cats caught cause ceiling cell cent centre certain chain chair chairs chance chances
change changed changer changes changing channel charge charged charger charges charging charity chase chased
chat chatting cheap cheat check checked checking checks cheek cheer cheese cheeky chemist chess chest chew
chicken child children chill chilled chilling chin chip chips chocolate choice choices choir choke chores
chose chosen christmas church cinema circle city claim class clean cleaned cleaner clear clever click climb
clinic clock close closed closer cloth clothes cloud clown club coach coast coat coats code coffee coin cold
collect college colour comb come comes comfort comic coming comments common community company complain
complaint computer concert confuse confused confusing control cook cooked cooking cooks cool cope coping copy
cord core corn corner correct cost costs cot cotton couch cough could council count counter country couple
courage course court cousin cover covered cow cows crab crack crash crashed crazy cream creep creepy cried
cries crime crisps cross crossed crowd crowded crown cruel cry crying cup cupboard cups cure curry curtain
cushion cut cute cuts cutting cycle
dad daily damage damp dance dancing danger dangerous dare dark darling dart darts date dates daughter day days
daytime dead deaf deal dealt dear death debt december decide decided deep deer definite definitely delay
delayed delays dentist depend depends depressed desk dessert diary dice did die died diet differ different
difficult dig dine diner dinner dip direct dirt dirty disco disgusting dish dishes distance dive do doctor
dodgy does dog dogs doing doll dome done door doors dose dot double doubt down downstairs dozen drag drama
drank draw drawer drawing drawn dread dream dreams dress dressed dresses dressing drew dried drink drinking
drive driven driver driving drop dropped drove drum drunk dry duck due dug dull dump during dust duty
each eager ear early earn ears earth easier easily east easy eat eaten eating eats edge egg eggs eight either
elbow electric eleven else email empty end ended ending ends enemy energy engine enjoy enjoyed enjoying
enough enter entire escape especially even evening event ever every everybody everyone everything everywhere
exact exactly exam excellent except excited exciting excuse exercise exit expect expected expensive explain
explained extra eye eyes
face faced faces fact factory fade fail failed failing faint fainted fair fairly faith fake fall fallen falling
false family famous fan fancy fantastic far fare farm fast faster fat fate father fault favour favourite fear
february fed feed feel feeling feelings feels feet fell fellow felt fence fetch fever few field fight fighting
file fill filled film films final finally find finding finds fine finger fingers finish finished fire fired
firm first fish fishing fit fits five fix fixed fizzy flag flash flat flew flight flip float flood floor flour
flow flower flowers flu fly flying fold follow followed following food foods fool foot football for forced
forest forever forget forgets forgot forgotten fork form forms forty forward fought found four fox free freeze
freezing fresh friday fridge fried friend friends friendly fright frightened frightening from front frozen
fruit frustrated full fun funny fur furious further fuss future
gain game games gang garage garden gas gate gave gear gentle get gets getting ghost giant gift girl girlfriend
girls give given gives giving glad glass glasses glove gloves glue go goal goals goat god goes going gold golf
gone good goodbye goodness goose got grab grabbed grade gran grand grandad grandma grandpa granny grass grave
gravy great green greet grew grey grief grip ground group groups grow growing grown grumpy guard guess guest
guide guilty guitar gum gun guy guys gym
had hair half hall ham hand handle hands handy hang hanging happen happened happens happier happy hard hardly
harm harmed has hat hate hated hates have having he head headache heads heal health healthy hear heard hearing
heart heat heater heavy heel height held hell hello helmet help helped helper helpful helping helps hen her
here hero hers herself hey hi hid hidden hide hiding high hill him himself hint hip hire his hit hits hitting
hobby hold holder holding holds hole holiday holidays holy home homes homework honest honestly honey hood hook
hoover hop hope hopeful hopefully hoping hopeless horrible horrid horse hose hospital host hot hotel hour
hours house houses how however hug huge hum human hundred hung hungry hunt hurried hurry hurt hurting hurts
husband
ice idea ideas idiot if ignore ignored ill illness important impossible improve in inch indeed indoor infection
ink inside instead interest interested interesting internet into invite invited iron is island issue issues it
itch itchy item items its itself
jacket jail jam january jar jaw jealous jeans jelly job jobs join joined joining joke joker jokes joking
journey joy judge juice july jump jumped jumper june junk just
keep keeper keeping keeps kept kettle key keys keyworker kick kicked kid kidding kids kill killed killing kind
kinda king kiss kit kitchen kite kitten knee knees knew knife knit knitting knives knob knock knocked knot know
knowing known knows
lab lace lack lad ladder ladies lady laid lake lamb lamp land lane language lap laptop large last lasted late
lately later latest laugh laughed laughing laundry law lay lazy lead leader leaf leak lean learn learned
learning least leave leaves leaving led left leg legs lemon lemonade lend length less lesson let lets letter
letters level library lick lid lie lied lies life lift lifts light lights like liked likely likes limit line
lines link lion lip lips list listen listened listening lit little live lived lives living load loads loaf
local lock locked log london lonely long longer look looked looking looks loose lord lorry lose loser losing
loss lost lot lots loud louder love loved lovely loves low luck lucky lump lunch lung lure lying
mad made magazine magic mail main make makes making male man manage managed manager many map maps march mark
market married mask mass massive mat match mate maths matter matters maximum may maybe me meal meals mean
means meant measure meat medical medication medicine meet meeting meets mend mental mention mess message
messages messed messy met metal mice middle might mile miles milk mind minds mine mini minute minutes mirror
miserable miss missed misses missing mistake mix mixed moan mobile mock model mole mom moment monday money
monitor monkey month months mood moody moon mop more morning mornings most mostly mother motor mouse mouth
move moved movie moving mow much mud mug mugged mum murder muscle museum mushroom music must my myself
nag nail naked name names nap narrow nasty nature naughty near nearby nearer nearest nearly neat neck need
needed needs needle neighbour neither nephew nerve nervous nest net never new news newspaper next nice nicer
niece night nights nine no nobody noise noises noisy none nonsense noon nope nor normal normally north nose
not note notes nothing notice november now nowhere numb number numbers nurse nurses nut nuts
oak object october odd of off offer offered office often oh oil old older on once one ones onion online only
open opened opposite or oranges orange order ordered orders other others otherwise ouch our ours ourselves out
outing outside oven over overdose own owner
pace pack packed packet page paid pain painful pains paint painted painting pair pal pan panic panicking pants
paper parcel parent parents park parked parking part partly partner parts party pass passed passes past paste
path patient pay paying pea peace pear peas peep peel pen pence pencil people pepper perfect perhaps period
person pet pets petrol phone phoned phones photo photos piano pick picked picking picnic picture pictures pie
piece pies pig pile pill pillow pills pin pink pipe piss pissed pit pitch pity pizza place placed places plain
plan plane planned plans plant plants plaster plastic plate platform play played player playing please pleased
plenty plug plum plus pocket point pole police polite pond pony pool poor poorly pop popped pork port porter
posh possible possibly post postman pot potato potatoes potty pound pour power practice practise pray prefer
present press pressure pretend pretending pretty price pride prison private prize probably problem problems
promise promised proper properly proud prove pub pudding pull pulled pump punch punched puppy pure purple
purse push pushed pushing put puts putting puzzle
quarter queen question questions queue quick quicker quickly quid quiet quieter quietly quit quite quiz
rabbit race racist radio rage rail rain rained raining ran rang rare rarely rash rat rate rather raw reach read
reader reading ready real realise really reason receive recent recipe record red refuse refused regret relax
relaxed relaxing relief rely remember remind rent repair repeat reply rescue respect rest rested restaurant
result return review rich rid ride riding right rights ring ringing rings rip ripped rise risk risky river road
roads roast rob robbed rock rode roll rolls roof room rooms root rope rose rotten rough round route row rows rub
rubbish rude ruin ruined rule rules run runner running runs rush rushed rushing
sack sad sadder sadly safe safely safer safety said sail salad sale salt same sand sandwich sang sat saturday
sauce sausage save saved saw say saying says scale scan scar scare scared scares scary school science scissors
score scratch scream screaming screen sea search season seat seats second secret see seeing seek seem seems
seen seizure self selfish sell send sending sense sent september serious seriously service set settle settled
seven several sew sex shake shaking shaky shall shame shape share shared sharp shave she shed sheep sheet shelf
shell shift shine shiny ship shirt shit shock shoe shoes shop shopping shops short shorts should shoulder
shout shouted shouting shove show showed shower showered showing shown shows shut shy sick side sigh sight
sign signal silent silly silver similar simple since sing singing single sink sir sister sit site sits sitting
six size skill skin skip skirt sky slap slapped sleep sleeping sleepy slept slice slid slide slip slipped
slippers slow slower slowly small smaller smash smell smelly smile smoke smoking smooth snack snake snow so
soap sock socks sofa soft sold soldier some somebody somehow someone something sometimes somewhere son song
songs soon sooner sore sorry sort sorted soul sound sounds soup sour south space spare speak speaking special
speech speed spend spent spider spill spin spit spoke spoken spoon sport sports spot spots spring square
squash stab stable staff stage stain stair stairs stamp stand standing star stare staring stars start started
starting state station stay stayed staying stays steady steak steal steam step steps stick sticks sticky stiff
still stir stole stolen stomach stone stood stool stop stopped stopping stops store storm story straight
strange stranger strangers straw stream street stress stressed stressful strict string strip stroke strong
stuck student study stuff stupid style such suck sucks sudden suddenly sue suffer sugar suggest suicide suit
summer sun sunday sunny super supper support supported suppose supposed sure surely surgery surprise surprised
sweat sweet sweets swim swimming swing switch swore
table tablet tablets tail take taken takes taking tale talk talked talking talks tall tan tank tap tape tart
taste tasty taught tax taxi tea teach teacher team tear tears tease teased teeth telephone television tell
telling tells telly temper ten tennis tense tent terrible terrified test text texted texts than thank thanks
that the theatre their theirs them themselves then therapy there these they thick thief thin thing things think
thinking thinks third thirsty thirteen thirty this those though thought thoughts thousand threat threatened
threatening three threw throat through throw thumb thunder thursday ticket tickets tidy tie tied tight till
time times tin tiny tip tired tiring tissue title to toast today toe together toilet told tomato tomorrow
tone tongue tonight too took tool tooth top topic torch tore total touch touched touching tour towards towel
tower town toy toys track trade traffic train trained trainers training trains tram trap trapped travel tray
treat treated treatment tree trees trick tried trip trips trolley trouble trousers truck true trust trusted
truth try trying tuesday tune turn turned turns tv twelve twenty twice twin two type
ugly umbrella unable uncle uncomfortable under understand unfair unhappy uniform unit unless unlikely unsafe
unsure until unwell up upon upset upsetting upstairs urgent us use used useful useless using usual usually
van vegetables very vest video view village violent visit visited visiting visitor visits voice voices vomit
vote
wage wait waited waiting wake waking walk walked walking wall wallet want wanted wanting wants war ward warm
warn warning was wash washed washing wasp waste watch watched watching water wave way ways we weak wear wearing
weather wedding wednesday week weekend weekends weeks weigh weight weird welcome well went were west wet what
whatever wheel wheelchair when where wherever whether which while whiskey whisper white who whoever whole whom
whose why wide wife wild will win wind window windy wine wing winner winter wipe wire wise wish with within
without woke woken woman women won wonder wonderful wood wooden wool word words wore work worked worker workers
working works world worn worried worries worry worrying worse worst worth would wound wow wrap wrist write
writing written wrong wrote
yard yawn year years yell yellow yes yesterday yet yoga yogurt you young younger your yours yourself
zero zip zoo lol lmao omg meh nah
fone hone lone tone zone pone gong boing dong song bong wing king ping sing sting cling fling goring dosing
doning dune tune gooey gory goodie goodies goody hoods moods woods foods golds mould moulds bold bolds
aunts sues sired cured lured purer surer cute cubed shore shorn whore store score chore snore swore
nit knit unit bits bids bets buts bats bots hits kits pits sits wits fits lits slit quilt guilt built
shows showy slowed crow brow blow flow glow plow stew chew crew drew flew grew knew
helm yelp whelp kelp heap heal leap reap hemp held hell hello
stoop stomp strop slop shop chop crop drop prop stock stork stack stick stuck stuff snuck struck tuck duck
horses nurses verse curse purse worsen worsted butter bitter batter fetter wetter netter
walks talk tank talc tall tale chalk stalk tack task
fins fined find fund fond finer vine mine nine pine wine line dine tine fire five file fine
arrives arrival arrest arrow derive drive driven
hose dome some come comb gnome hoe hope hove rome homer homey
hers hear heir hare hire where there mere were sere hereby
lace plaice palace pace plate plane placid places glace
gating toting boating coating moaning mooing booing cooing wooing
dome tone bone cone gone hone lone none zone dose doze dope dove don doe dones
keeps jeep seep weep deep peep reap reaps kelp kemp
sane sale save safe sage fame game lame name tame dame came seam
lust list last cost host most post dost loot loft loots lobs
mostly costly lostly ghostly mainly mastery
bother brother another mother other otter utter
whore whole while white whale
"""
)
