/** Verbs that are rarer in the news, so that "to vaccinate" and "they refurbish" are seen; forms are made by `verbs`. */

export const RARER = `
  abate abet abort abridge abstain acclaim accommodate activate advertise allot amaze amplify amputate annihilate annotate append appraise
  ascend ascertain assimilate augment automate avenge awaken backfire banish bankroll baptize bathe beckon befriend behave behead
  bequeath besiege bestow bloat bludgeon bother brainwash brighten browse bulldoze burgle calibrate caress castrate cede centralize
  certify chime christen churn circumvent cleanse clench clothe coerce collate colonize commandeer commence commercialize commute complicate
  compress compute conceptualize concur condense configure confound confuse congregate consolidate constrain constrict construe contaminate
  contextualize contravene contrive converge convoke correlate corroborate corrode counteract countersue crave cremate cringe
  crystallize cuddle cull culminate cultivate dabble dampen dangle darken daunt dazzle deactivate decapitate deceive decentralize decimate
  decipher decode decompose decriminalize deduce deduct deface defame deflate deflect defuse degrade dehydrate delineate delve demobilize
  demoralize demystify deplete depreciate depress deputize deregulate desist destabilize detach detonate devour differentiate
  digitize dignify dilute disable disappoint disband discern disembark disengage disentangle disinfect disintegrate dislocate dislodge
  dismember dismount disobey disorient disown dispense disperse disseminate dissuade distort diverge divest downsize doze
  dramatize dribble dupe duplicate dwindle eavesdrop eject elapse electrify electrocute elicit elope elucidate elude emanate emancipate
  embellish embezzle embitter embolden embroil emigrate empathize encapsulate encircle encompass encroach encrypt endear endow energize
  engender engrave engulf enlighten enliven enrage enrol enshrine ensnare ensue entangle entice entrench entrust envisage epitomize
  eradicate err espouse exasperate excavate exempt exhale exhume expedite exterminate extinguish extrapolate extricate familiarize federate
  ferment fertilize fester fidget fizzle flatter flinch flirt flounder foreshadow forestall formalize formulate fortify
  fumble galvanize germinate gleam goad gobble gouge grope hallucinate halve handcuff harden hibernate hijack hoist homogenize
  hone hospitalise hospitalize humanize hurl hydrate idealize ignite immerse immobilize immortalize immunize impale impel implode impound
  impoverish improvise impugn incapacitate incarcerate incentivize incinerate incriminate incubate indulge industrialize infest inflame
  infuriate infuse ingest inhale inoculate inscribe insinuate instill institute intercede interlock intermingle internalize intertwine
  intoxicate intrude inundate invalidate invert invigorate irk irrigate jeer jettison jingle jostle juxtapose kindle languish legitimize
  lengthen liaise liberalize lighten localize loiter maim manufacture marinate materialize maul mechanize meddle meditate memorize
  mesmerize militarize mingle misbehave miscalculate mishandle misinform misinterpret misjudge mismanage misplace mistreat moan molest
  monopolize motivate muffle munch mutate mutilate nationalize necessitate negate nestle nibble nullify obligate obliterate obsess
  officiate oppress optimize ossify outlive outnumber outshine outsource outvote overburden overcharge overestimate overheat overload
  overpower overstay overstep overwork pacify paralyse paralyze perforate perish permeate perpetrate perplex persevere personalize perturb pervade
  pinpoint placate plagiarize plod plummet ply poach pollinate pounce predate predetermine predispose predominate preempt
  pressurize procrastinate proliferate propagate protrude pry pulsate pulverize punctuate purify quadruple quantify quench quicken
  quintuple quiver radicalize ransack rationalize ravage raze reactivate readjust realign reappoint rearrange reassemble
  reassess reassign rebrand rejoin retort recapture recharge reciprocate recline recoil recommence reconnect reconvene recoup recreate rectify
  recuperate redeem redeploy redesign redevelop rediscover redistribute redouble reemerge reenact reevaluate refinance refocus refresh
  refrigerate refurbish regenerate register rehearse reintroduce reinvest rejuvenate rekindle relegate relieve reminisce reoffend repaint
  repatriate repent replant repopulate repossess repress reprint repurchase reroute rescind resettle reshape reshuffle resize restate restock
  restrain resupply resurface retrain revisit revitalize revolutionize reword ripen romanticize roughen sadden safeguard salivate salvage
  sanitize saturate saunter savor savour scamper scour scuttle secede seclude secrete sensationalize sensitize shackle shimmer shrivel
  sicken sidestep sift signify simmer simulate singe situate sizzle slither smirk smolder smother smoulder snarl sob socialize soften solidify
  specialize specialise spew splinter squabble squash squirm stagnate stalk stammer sterilize stockpile stomp stoop strangle strategize
  subdivide submerge subordinate subscribe subside subsist substantiate subvert succumb suffice suffocate superimpose supersede supplant
  surmount sweeten swerve swoop synthesize tangle tantalize tarnish televise terrify terrorize thaw thicken throttle toil tolerate torment
  trample transact transgress transpire transplant traumatize traverse tremble truncate tweak typify unblock undergird underpay
  underperform underrate unsettle untangle upload urinate vaccinate validate vandalize vanquish veer ventilate vibrate
  victimize vitiate wade wallow wane wean weaponize weld whine whitewash wilt wince wither wobble wrangle wriggle yank yawn
`

/** As often nouns or adjectives. */
export const RARER_NOUNISH = `
  plant abuse access accord blog decree text message radio rumor rumour intimate anchor answer assault auction axe balance bandage barricade barter benchmark bike blackmail bloom blossom blot
  bounce bow brake branch breed bruise bubble buckle buffer bump burden butcher buttress bypass cable camp cascade cash censor chain
  channel charter chip choke claw clip cloak clone cluster clutch coin comfort compliment compound conflict console contaminate
  cradle crank creep cripple crowd crown crunch crusade cushion cycle dance dart default desert detour
  digest disadvantage discipline discount disgrace disgust dismay divorce dock dose download dream drip drug drum dump
  email embargo empty exploit fast feast ferry filter fingerprint fish flank flap fling flicker flock flood flutter forage
  forfeit frequent frolic fuse gasp gesture glare glow groom growl grumble gulp harness hatch haul heap hedge herd hoard
  hook howl huddle hum humble hurdle hush hype idle implant imprint inch jam jolt juggle jumble kayak lounge lull lumber malfunction
  maneuver manoeuvre marshal massacre massage menace mentor mince mirror misfire mislabel moderate mop mortgage mushroom mute nail neighbor
  nosedive notch nurse orbit orphan overdose overflow overlap parachute parade parole peck pedal peer perch perfect pinch pity pivot
  plaster plow plug plunder prod profile prowl puff pulse puncture purge puzzle quarantine rage raffle reap reclaim refill relapse
  relocate remake revolt rig ripple roast rub rupture rust saddle sag scald scapegoat scar scheme scoop scout scowl scramble
  scratch scream scroll shame shepherd shovel showcase shower sideline silence skate sketch slander slur smack snatch sniff
  sparkle spawn spearhead spiral splash sprint stain stampede stare stash stoke strap stumble subject surface swamp swarm swirl tag
  taint tally taper thrill throb throng thump tiptoe toast topple torpedo tower trail transition tread triumph twirl veil vent volley
  warp whistle wiretap wound wrestle
`

export const RARER_IRREGULAR = `
  beset beset beset|creep crept crept|breed bred bred|forsake forsook forsaken|kneel knelt knelt|mistake mistook mistaken|outdo outdid outdone
  outgrow outgrew outgrown|outrun outran outrun|outsell outsold outsold|overhear overheard overheard|overpay overpaid overpaid
  overrun overran overrun|overspend overspent overspent|oversleep overslept overslept|redo redid redone|remake remade remade
  resell resold resold|reset reset reset|rewrite rewrote rewritten|undercut undercut undercut|undo undid undone|speed sped sped
  fling flung flung|sting stung stung|stride strode stridden|slay slew slain|wring wrung wrung|withstand withstood withstood
`

/** Frequent verbs that are as often nouns, too: "public records revealed", "two arrests were made". */
export const ALSO_NOUNS = `
  record arrest capture chair delight dispatch discharge divide embrace exhaust finish herald invite insert lobby lock monitor outline
  recruit repeal resolve sack salute slam slap slash spill stall strip substitute suit tackle triple vault handicap hinge pen
  rattle rebuff shove snub swallow swing swim ring stick light bite bet bear drink tear shed neglect wreak itch rebound
`
