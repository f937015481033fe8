/** Given names that are common in Brazil, without accents: "a conta da Cláudia" is somebody else's. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
  maria ana joao jose antonio francisco carlos paulo pedro lucas luiz luis marcos gabriel rafael daniel marcelo bruno eduardo
  felipe rodrigo manoel manuel mateus matheus andre fernando fabio leonardo gustavo guilherme leandro tiago thiago anderson ricardo
  marcio jorge sebastiao alexandre roberto edson diego vitor victor sergio claudio thalita matias davi alex vinicius julio cesar
  cicero adriano samuel caio henrique renato ronaldo reginaldo wellington wesley everton jefferson geraldo raimundo severino
  benedito joaquim miguel arthur artur heitor bernardo enzo theo otavio igor hugo murilo danilo douglas wagner valdir valmir
  adriana juliana marcia fernanda patricia aline sandra camila amanda bruna jessica leticia julia luciana vanessa mariana gabriela
  vera vitoria victoria larissa claudia beatriz rita luana sonia renata eliane josefa simone natalia cristiane carla debora rosangela
  jaqueline rosa daniela aparecida marlene terezinha raimunda andreia fabiana lucia raquel angela rafaela joana luzia elaine
  daniele regina daiane alessandra alice helena laura isabela isabella manuela sofia sophia cecilia lorena livia heloisa yasmin
  nicole clara silvia monica tatiane tatiana viviane priscila kelly michele francisca antonia edna ivone neide tereza cleide lourdes
  zilda zelia sueli marta marina carolina caroline bianca bia duda joana roberta denise flavia gisele ingrid karina katia leila
  `
    .trim()
    .split(/\s+/),
);

/** Family names that are common in Brazil, without accents. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `
  silva santos oliveira souza sousa rodrigues ferreira alves pereira lima gomes costa ribeiro martins carvalho almeida lopes soares
  fernandes vieira barbosa rocha dias nascimento andrade moreira nunes marques machado mendes freitas cardoso ramos goncalves
  santana teixeira araujo pinto cavalcanti monteiro moura correia correa campos batista barros castro azevedo melo mello cunha
  borges sales moraes morais farias rezende resende aguiar duarte peixoto queiroz fonseca macedo coelho guimaraes nogueira prado
  xavier camargo figueiredo siqueira brito bezerra medeiros torres reis tavares neves matos mattos bueno miranda leite pires
  `
    .trim()
    .split(/\s+/),
);
