/**
 * The words in the passwords that are used most, in Brazil and elsewhere, folded as password.ts folds (small letters,
 * no accents, look-alike digits read as letters), without the digits and signs people put around them. First names,
 * clubs, faith, love, brands and rows of keys lead such lists; it is short on purpose, because repetitions, sequences
 * and dates are refused by rule.
 */
const WORDS = `
aaaa abacate abacaxi abcd abcdef abelha abril acesso acessototal admin administrador administrator adobe adriana
adriano agosto aguia alegria alessandra alexandre alice aline alvinegro amanda amor amorzinho amoramor amoremio
amigos amizade ana anabeatriz anaclara anajulia analuiza anapaula andre andrea andreia andressa andrew angel angelica
anjinho anjo anthony antonio apple arquivo arthur asdf asdfgh asdfghjkl ashley atlanta atletico augusto avenida azul
azulao babygirl bahia banana banco bandeira baseball basketball batata batman beatriz bebe beleza beijaflor benfica
bernardo bicicleta biblia bitcoin blink bola bolinha bomdia borboleta botafogo brasil brasilia
brasileirao brasileiro brazil bruna bruno cachorro caio camila camisa campeao canada caralho carinho carlos
carol carolina caroline casa casamento cassio catarina cavalo caveira cecilia celular central changeme charlie cheese
chocolate ciclista cidade clara claudia claudio coelho coisas computador computer consulta contato contrasenha
copadomundo coracao corinthians corinthiano corolla coxinha cristiano cristina cruzeiro
cruzeirense dallas daniel daniela danilo dark default deus deusemais deusefiel deusecomigo
deusmeama deusnocomando dezembro diabo diego dinheiro domingo dragao dragon drika edson eduarda eduardo elaine
elefante elizabeth emanuel empresa enter entrar erick escola esperanca espiritosanto estrela estrelinha eterno
euamodeus euamominhafamilia euamovoce euteamo evelyn fabiana fabio facebook falcon familia familiafeliz favela fe
felicidade felipe felix fernanda fernando ferrari fevereiro figueira filhos flamengo flamenguista flavia flor
florzinha flower fluminense football forever formula forever fortaleza freedom friends futebol gabriel gabriela
galinha galo gatinha gatinho gato geovana gerente gilberto giovanna giovanni girassol girl gisele google gorila
goleiro gostosa gostoso grace graziela gremio gremista guerreiro guest guilherme guitarra gustavo happy harley
harrypotter heitor hello helena henrique heloisa hockey honda hotmail hunter igor iloveyou iloveu inferno inter
internacional internet instagram isabel isabela isabella isadora ivan jacare jaqueline janaina janeiro janela
jardim jennifer jessica jesus jesusamor jesuscristo jesusefiel jesusteama jessie joana joao joaovitor joaquim
jogador jonathan jordan jorge jose joseph josue juliana juliano julho julia julio junho junior juventude kamila
karina karine katia kawasaki killer kimberly laranja larissa laura leandro leao legal leonardo leticia
letmein liberdade lilica linda lindinha lindo login lorena lucas lucia luciana luciano luisa luiza luna
macaco madalena magic maio maluco mamae mamaepapai manuela manager manchester marcela marcelo marcia marcio marco
margarida maria mariaclara mariaeduarda mariana marina mario marlboro marte master mateus matheus matrix mauricio
melancia melissa menina menino mercedes merda meuamor meuamoreterno meubebe meudeus meufilho meupai
meusamores meusfilhos michael michele miguel minecraft minhafamilia minhasenha minhavida mirela monica monkey
monster moranguinho morango moreno morena mostar motorola mudar mudarsenha mudarasenha mulher mundo murilo mustang
naosei nacional namorada namorado natalia natal nathalia nazare neymar nicolas nicole ninja nintendo nirvana nossasenhora
novasenha novembro numero obrigado oliveira orgulho outubro paciencia padrao palavra palmeiras palmeirense pamela
pandora papai paraiso parana pass passw password passwordpassword passaro patricia paula paulista paulo paulinha
paz pedro pepper perfeito pernambuco peteca peterpan phoenix pikachu pimenta piranha pirulito playstation pokemon
ponto portugal porsche portal porto preta prefeitura primavera princesa princess princesinha priscila professor
professora puta qazwsx qazwsxedc qualquer qwer qwert qwerty qwertyuiop rafael rafaela raquel recife
renata renato ricardo rios roberta roberto robson rodrigo roger romance ronaldinho ronaldo root rosana rosangela
rosario rosas sabrina salmo salvador samara samsung samuel sandra santos santista saopaulo saopaulofc
saudade secreta secret security segredo seguranca seguro selecao senha senhaforte senhanova senhasegura
senhasenha senhor senhordosaneis setembro sexo shadow silva simone sistema skate skywalker soccer solange sophia
sociedade soldado sorriso sorvete spider spiderman starwars suelen summer sunshine super superman supervisor
suporte talita tatiana tecnologia teamo teamodemais teamojesus teamomuito teamoparasempre teamominhavida temp
temporario tequila teresa teste testando thiago tiago tigre tigrinho tinkerbell toor trabalho tricolor
trovao trustno tudobem usuario user usuarios valentina valeria vampiro vanessa vasco vascaino vascodagama verao
verde vermelho veronica victor victoria vida vidaloka vinicius virginia visitante vitor vitoria vitorhugo vivian
viviane voceemeu volkswagen welcome wellington wesley whatever whatsapp william wilson winner xbox
yamaha yasmin yuri zaqwsx zxcvbn zxcvbnm
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
