// The hosts on which anybody gets a mailbox of their own: free mail, mail of access providers, and throw-away mail.
//
// Kept by hand. In code-point order, without duplicates; a host stands for its subdomains too. A company that gives mailboxes
// to customers is here only where its own people write from another domain. Change the version when the list changes.

/** The published name of the list. */
export const FREE_MAIL_VERSION = 'free-mail-1';

/** All hosts, lower case, in code-point order. */
export const FREE_MAIL_HOSTS: readonly string[] = `
012.net.il
10minutemail.com 123mail.cl 126.com 139.com 163.com 188.com 189.cn
21cn.com 263.net
33mail.com 3g.ua
9online.fr
a1.net aapt.net.au absamail.co.za abv.bg accountant.com activist.com adam.com.au adexec.com adinet.com.uy aim.com
airmail.cc airtelmail.in aleeas.com alice-dsl.net alice.de alice.it aliceadsl.fr aliyun.com alumni.com ameritech.net
amis.net amorki.pl anonaddy.me aol.be aol.co.uk aol.com aol.com.au aol.com.br aol.com.mx aol.de aol.es aol.fr aol.in
aol.it aol.nl aol.se aon.at apollo.lv appraiser.net archaeologist.com arcor.de arnet.com.ar artlover.com asia.com
atlanticbb.net atlas.cz atlas.sk atomicmail.io att.net au.com auctioneer.net autistici.org autograf.pl
autorambler.ru azet.sk
bartender.net bbox.fr belgacom.net bell.net bellsouth.net berlin.com bezeqint.net bigfoot.com biglobe.ne.jp
bigmir.net bigpond.com bigpond.com.au bigpond.net.au bikerider.com birdlover.com bk.ru blu.it bluewin.ch
blueyonder.co.uk bol.com.br bredband.net bresnan.net brew-meister.com broadpark.no brturbo.com.br bsnl.in
btinternet.com btopenworld.com burnermail.io buziaczek.pl byom.de
c2i.net cableone.net caiway.nl californiamail.com cantv.net caramail.com caramail.fr casema.nl catlover.com
cegetel.net centrum.cz centrum.sk centurylink.net centurytel.net charter.net cheerful.com chef.net chello.at
chello.nl chemist.com china.com chol.com citromail.hu ciudad.com.ar clear.net.nz clerk.com click21.com.br clix.pt
club-internet.fr clubmember.org cock.li cogeco.ca collector.org columnist.com comcast.net comhem.se compuserve.com
compuserve.de computer4u.com consolidated.net consultant.com contractor.net counsellor.com countermail.com cox.net
cs.com ctemplar.com cyberservices.com
dataone.in daum.net dbmail.com deliveryman.com digikabel.hu dion.ne.jp diplomats.com dir.bg directbox.com
discard.email disney.ne.jp dispostable.com disroot.org dnainternet.net docomo.ne.jp doctor.com dodo.com.au dr.com
dreamwiz.com duck.com dutchmail.com
e-kolay.net e-mail.ru earthling.net earthlink.net eastlink.ca eim.ae einrot.com eircom.net elisanet.fi email.com
email.cz email.de email.it email.si email.ua emailondeck.com embarqmail.com emirates.net.ae eml.cc empas.com
engineer.com entelchile.net epix.net etb.net.co eunet.rs europe.com euskalnet.net ewe.net ewetel.net excite.co.jp
excite.com execs.com ezweb.ne.jp
fakeinbox.com fastmail.com fastmail.fm fastmail.net fastmail.org fastwebnet.it fibertel.com.ar financier.com
firemail.de fireman.net flash.net forthnet.gr foxmail.com free.fr freechal.com freemail.gr freemail.hu freenet.de
freeserve.co.uk frisurf.no frontier.com frontiernet.net fsmail.net fuse.net
games.com gardener.com gazeta.pl gbg.bg gci.net geologist.com germanymail.com getmail.no getnada.com globomail.com
glocalnet.net gmail.com gmx.at gmx.biz gmx.ca gmx.ch gmx.co.uk gmx.com gmx.de gmx.es gmx.eu gmx.fr gmx.ie gmx.info
gmx.it gmx.li gmx.lu gmx.net gmx.org gmx.pt gmx.se gmx.tm gmx.us go2.pl goo.jp googlemail.com graduate.org
graphic-designer.com groupmail.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.info
guerrillamail.net guerrillamail.org
hairdresser.net hanmail.net hanmir.com hawaiiantel.net hetnet.nl hey.com hinet.net hispeed.ch hitel.net hol.gr
home.nl home.ro home.se homemail.com hot-shot.com hot.ee hotbox.ru hotmail.be hotmail.ca hotmail.ch hotmail.cl
hotmail.co.id hotmail.co.il hotmail.co.in hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.uk
hotmail.co.za hotmail.com hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.hk hotmail.com.tr hotmail.com.tw
hotmail.com.vn hotmail.cz hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.it
hotmail.jp hotmail.lt hotmail.lu hotmail.lv hotmail.my hotmail.nl hotmail.no hotmail.ph hotmail.rs hotmail.se
hotmail.sg hotmail.sk housemail.com hughes.net hush.com hushmail.com
i.softbank.jp i.ua iafrica.com icloud.com ig.com.br ihug.co.nz iinet.net.au in.com in.gr iname.com inbox.com
inbox.eu inbox.lt inbox.lv inbox.ru indamail.hu indigo.ie inet.hr infoseek.jp infovia.com.ar insightbb.com
inspire.net.nz instructor.net insurer.com inter.net.il interia.com interia.eu interia.pl internet.is internet.ru
internode.on.net invitel.hu inwind.it iol.ie iol.it iol.pt iprimus.com.au irelandmail.com israelmail.com
italymail.com itelefonica.com.br
journalist.com jubii.dk juno.com
k.ro kabelmail.de kakao.com katamail.com keemail.me keromail.com km.ru knology.net kolabnow.com kolumbus.fi
korea.com kpnmail.nl kpnplanet.nl
lantic.net laposte.net latinmail.com lavabit.com lawyer.com legislator.com lenta.ru libero.it lineone.net
linuxmail.org list.ru live.at live.be live.ca live.cl live.cn live.co.in live.co.kr live.co.uk live.co.za live.com
live.com.ar live.com.au live.com.mx live.com.my live.com.ph live.com.pt live.com.sg live.de live.dk live.fi live.fr
live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se livedoor.com love.com luukku.com lycos.com
lycos.de lycos.fr
mac.com mail-me.com mail.bg mail.com mail.de mail.dk mail.ee mail.goo.ne.jp mail.gr mail.kz mail.ru mail.telepac.pt
mail.ua mailbox.hu mailbox.org mailcatch.com maildrop.cc mailfence.com mailinator.com mailnesia.com mailo.com
maktoob.com mchsi.com me.com mediacombb.net meta.ua mindspring.com minister.com mintemail.com moakt.com mohmal.com
montevideo.com.uy moscowmail.com movistar.es mozmail.com msn.com mts.net munich.com murena.io musician.org
mweb.co.za mynet.com myrambler.ru myself.com mytemp.email myyahoo.com
narod.ru nate.com naver.com ncf.ca neostrada.pl net.hr netcabo.pt netcologne.de netcourrier.com netgate.com.uy
neti.ee netscape.com netscape.net netvigator.com netvision.net.il netzero.com netzero.net neuf.fr nifty.com
nifty.ne.jp noos.fr ntlworld.com numericable.fr nvbell.net nycmail.com
o2.co.uk o2.pl ocn.ne.jp ofir.dk oi.com.br one.lt one.lv onet.eu onet.pl onionmail.org online.de online.ee online.no
online.ua onlinehome.de ono.com onsbrabantnet.nl op.pl opayq.com open.telekom.rs optician.com optimum.net
optonline.net optusnet.com.au orange.es orange.fr orcon.net.nz orthodontist.net osnanet.de otenet.gr outlook.at
outlook.be outlook.cl outlook.co.id outlook.co.il outlook.co.th outlook.com outlook.com.ar outlook.com.au
outlook.com.br outlook.com.gr outlook.com.tr outlook.com.vn outlook.cz outlook.de outlook.dk outlook.es outlook.fr
outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph outlook.pt
outlook.sa outlook.sg outlook.sk ozemail.com.au
pacbell.net pacific.net.sg paradise.net.nz paran.com passagen.se passport.com pchome.com.tw pediatrician.com
people.net.au peoplepc.com personal.ro petlover.com photographer.net physicist.net plala.or.jp planet.nl
planetmail.com plasa.com pldtdsl.net plus.com pm.me pobox.sk pochta.ru poczta.fm poczta.pl politician.com
polka.co.za pop.com.br portugalmail.pt post.com post.cz post.sk post.tele.dk poste.it posteo.de posteo.net
pp.inet.fi presidency.com priest.com primus.ca privaterelay.appleid.com prodigy.net prodigy.net.mx programmer.net
proton.me protonmail.ch protonmail.com proximus.be ptd.net ptt.rs publicist.com
q.com qip.ru qq.com qualityservice.com quick.cz quicknet.nl qwest.net
r7.com radiologist.net rakuten.jp rambler.ru rambler.ua rcn.com realtyagent.com rediffmail.com registerednurses.com
repairman.com representative.com rescueteam.com riseup.net ro.ru roadrunner.com rocketmail.com rogers.com rr.com
runbox.com
salesperson.net sancharnet.in sanfranmail.com sapo.pt sasktel.net saunalahti.fi sbb.rs sbcglobal.net scarlet.be
scientist.com scotlandmail.com secretary.net seed.net.tw sent.com seznam.cz sfr.fr sharklasers.com shaw.ca sify.com
simnet.is simplelogin.com sina.cn sina.com sina.com.cn singnet.com.sg siol.net skiff.com sky.com skynet.be
slingshot.co.nz slmail.me snap.net.nz snet.net so-net.ne.jp socialworker.net sociologist.com softbank.ne.jp sohu.com
sol.dk solcon.nl solution4u.com songwriter.net spainmail.com spam4.me spamgourmet.com speedy.com.ar speedy.com.pe
spoko.pl spray.se starhub.net.sg starmedia.com start.no startmail.com stofanet.dk stonline.sk streamyx.com
suddenlink.net sunrise.ch suomi24.fi supereva.it superig.com.br superonline.com swbell.net swedenmail.com swipnet.se
swissmail.com swissonline.ch sympatico.ca systemli.org szm.sk
t-2.net t-com.hr t-online.de t-online.hu takas.lt talk21.com talktalk.net tdcadsl.dk tds.net teachers.org
tech-center.com techie.com technologist.com tele2.at tele2.nl telefonica.net telenet.be teletu.it telfort.nl
telia.com telkom.net telkomsa.net telus.net temp-mail.org tempail.com tempmail.com tempr.email terra.com
terra.com.br terra.com.pe terra.es tesco.net thaimail.com therapist.net throwawaymail.com tie.cl tim.it tin.it
tiscali.co.uk tiscali.cz tiscali.it tlen.pl tm.net.my tom.com torontomail.com tpg.com.au trash-mail.com
trashmail.com trashmail.de ttmail.com tut.by tuta.com tuta.io tutamail.com tutanota.com tutanota.de
ua.fm ukr.net umpire.com une.net.co unitybox.de uol.com.br upcmail.hu upcmail.nl usa.com usa.net utanet.at
uwclub.net
verizon.net versanet.de versatel.nl videotron.ca videotron.qc.ca vip.hr vipmail.hu virgilio.it virgin.net
virginmedia.com visir.is vivaldi.net vivodinet.gr vnn.vn vodafone.it vodafonemail.de vodamail.co.za voila.fr
volja.net volny.cz voo.be vp.pl vsnl.com vsnl.net vtr.net vtxmail.ch
walla.co.il walla.com wanadoo.es wanadoo.fr wans.net web.de webmail.co.za webname.com webspeed.dk wegwerfemail.de
welho.com westnet.com.au wildblue.net windowslive.com windstream.net wo.cn worker.com workmail.com wow.com
wowway.com wp.pl writeme.com
xs4all.nl xtra.co.nz
ya.com ya.ru yahoo.at yahoo.be yahoo.bg yahoo.ca yahoo.cl yahoo.co.id yahoo.co.il yahoo.co.in yahoo.co.jp
yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br
yahoo.com.cn yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr
yahoo.com.tw yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hr
yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.lt yahoo.lv yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se yam.com
yandex.by yandex.com yandex.kz yandex.ru yandex.ua ybb.ne.jp yeah.net ygm.com ymail.com ymail.ne.jp yopmail.com
yopmail.fr yopmail.net
zahav.net.il ziggo.nl zipmail.com.br zoho.com zoho.eu zoho.in zohomail.com zohomail.eu zohomail.in zonnet.nl
zoominternet.net zoznam.sk
`
  .trim()
  .split(/\s+/);
