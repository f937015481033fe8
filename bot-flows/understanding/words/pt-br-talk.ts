import type { Meanings } from './meanings.js';

/** What people ask, say and feel around it. */
export const talk: Meanings = {
  want: {
    words:
      'quero queria queremos gostaria preciso precisava desejo solicito necessito quer prefiro',
  },
  not: { words: 'nao nunca nem jamais' },
  without: { words: 'sem' },
  have: { words: 'tenho tem possuo ter tinha possui' },
  can: { words: 'posso pode podem poderia consigo' },
  cannot: {
    phrases:
      'nao consigo|nao consegui|nao estou conseguindo|nao da pra|nao da para|nao esta dando|nao posso|nao pude|nao deixa|nao esta indo|nao consegue',
  },
  how: { words: 'como' },
  why: { words: 'porque finalidade motivo', phrases: 'por que|pra que|para que|por qual' },
  what: {
    words: 'qual quais',
    phrases:
      'o que|que e|que que|que numero|que empresa|que codigo|que link|que site|que loja|que banco|que app|que negocio|de que|que isso|que tipo',
  },
  where: { words: 'onde aonde cade', phrases: 'em que lugar|em que lugares|em quais lugares' },
  who: { words: 'quem' },
  which: { words: 'qual quais' },
  when: { words: 'quando' },
  and: { phrases: 'e o codigo|e o link|e meu codigo|e meu link' },
  only: { words: 'so somente apenas' },
  help: {
    words:
      'ajuda ajudar ajude ajudem socorro duvida duvidas auxilio help instrucoes instrucao tutorial ajudas ajudinha',
    phrases:
      'me explica|me orienta|explica melhor|me socorre|me acode|da uma forca|da uma mao|uma luz|acode aqui',
  },
  lostHere: {
    words:
      'confuso confusa perdidinha perdidinho enrolado enrolada complicado complicada leigo leiga atrapalhado atrapalhada dificil',
    phrases:
      'nao entendi|nao sei qual|nao entendo|nao compreendi|nao estou entendendo|nao sei mexer|nao sei usar|estou perdido|estou perdida|nao sei como|como assim|nao sei o que|nao sei fazer|nao sei mais o que|nao estou sabendo|meio perdida|meio perdido|me confundi|nao manjo|nao sei mecher|nao consigo entender|nao to entendendo|nao entendo nada|nao saquei|boiando|nao captei|nao compreendo',
  },
  whatToDo: {
    phrases:
      'que eu faco|que faco|que posso fazer|que eu posso fazer|que voce faz|que voces fazem|que e pra|que e para|que era pra|como funciona|como isso funciona|como faz agora|como faz isso|e agora|que fazer|proximo passo|e isso de|que e cnpj|e cnpj|e um cnpj|que escrevo|que respondo|que devo fazer|como e que funciona|como eu faco agora|faco agora|para eu escrever|pra eu escrever|que que eu faco|que tenho que fazer|que preciso fazer|por onde comeco|o que mando|que mando|que numero e pra|que numero mando|que eu escrevo|que coloco|que digito|que quer que eu|pra fazer o que|faco o que|fazer o que agora|qual o proximo|como prossigo|como continuo|como proceder|como procedo|passo a passo|que eu mando|mando o que|escrevo o que|ponho o que|que e pra por|que que e pra|como e que faz|como e que eu faco|como que faz|como que funciona|como que usa|como se usa|como usa|como uso|uso isso|usar isso|usa isso|mexe nisso|mexer nisso|mexo nisso|da pra fazer|da para fazer|posso fazer aqui|que coisas|quais coisas|faco com isso|fazer com isso|fazer com esse|fazer com ele|pra mandar o que|pra escrever o que|pra por o que|pra colocar o que|tenho que responder|devo responder|eu respondo|que responder|me explica direitinho|explica direito|explica de novo|que eu digito|e que eu faco|e que eu escrevo|e que eu digito|que eu coloco|e que eu coloco|fiz o que|que e que eu|que devo digitar|que devo escrever|digitar o que|que digitar|conseguem resolver|resolve por aqui|resolver por aqui|da pra resolver|posso resolver|voces resolvem|voces conseguem fazer',
  },
  menu: {
    words: 'menu opcoes inicio',
    phrases:
      'ao inicio|pro inicio|do inicio|pro comeco|do comeco|ao comeco|do zero|tela inicial|as opcao|outras opcoes|outra opcao|mais opcoes|menu principal',
  },
  back: { words: 'volta voltar volte retorna retornar volto voltei retomar retorno' },
  greet: {
    words: 'oi ola oie oioi opa salve eae eai iae alo hey epa oiê oii oiii hello oin olar shalom',
    phrases:
      'bom dia|boa tarde|boa noite|e ai|fala ai|tudo bem|tudo bom|tudo joia|como vai|como voce esta|como esta|ta ai|esta ai|fala mano|e ae|graca e paz|paz do senhor|a paz|paz e bem|paz de cristo|boas tardes|boas noites|bons dias|tudo certo com|como voces estao|como vao|como cê ta|tudo na paz|tudo beleza|beleza mano|opa bao|tudo bao|bao demais|fala meu|fala minha|fala irmao|fala parceiro|bença|suave na nave|tranquilo mano|de boas|bom te ver|ta por ai|esta por ai|tem alguem ai|noite tudo certo|tarde tudo certo|dia tudo certo|oi tudo certo|ola tudo certo|tudo tranquilo|tudo em paz|opa tudo|ai tudo certo|e ai tudo|tudo certo por ai',
  },
  thanks: {
    words:
      'obrigado obrigada obrigadinha obrigadinho obrigadao obrigadissimo brigado brigada brigadao brigadinha valeu vlw agradeco agradecido agradecida grato grata gratidao tmj gratissimo abencoada abencoado agradecidos agradecemos',
    phrases:
      'deus abencoe|te abencoe|lhe pague|te pague|muito gentil|tamo junto|estamos juntos|me salvou|ajudou muito|e um anjo|deus abencoa|nota 10|nota dez|valeu demais|muita gratidao|salvou minha vida|que bencao|gloria a deus|gracas a deus|graças',
  },
  worked: {
    words: 'consegui conseguimos resolvido resolveu funcionou rolou funfou entrei',
    phrases:
      'deu certo|deu bom|entrei aqui|ja entrei|tudo certo|agora foi|deu tudo certo|entrei sim|ja estou dentro|agora sim|agora entrou|ja estou logado|ja estou logada|abriu aqui|deu boa|tudo resolvido|consegui sim',
  },
  praise: {
    words:
      'show massa perfeito otimo otima maravilha maravilhoso top excelente legal bacana joia sensacional parabens arrasou arrasaram amei adorei incrivel nice ufa aleluia',
    phrases: 'show de bola|muito bom|mandou bem|boa demais',
  },
  bye: {
    words: 'tchau tchauzinho flw bjs bjo beijo beijos abraco abracos abs adeus xau inte tchauu',
    phrases:
      'ate mais|ate logo|ate amanha|ate breve|fica com deus|fique com deus|vai com deus|ate a proxima|ate depois|bom descanso|boa semana|bom fim de semana|ate outra|te mais|tenha um bom|tenha uma boa|tenha um otimo|tenha uma otima|bom trabalho|otima semana|otimo dia|vou nessa|fui embora|ate a volta|durma bem|dorme com|bom domingo|bom feriado|bom final|otimo final|se cuida|se cuide|a gente se fala|ate segunda|boa noite pra|boa noite fica|ate mais ver|passar bem|fique na paz|fica na paz|vai na paz|vou indo|vou sair|era so isso|por hoje e so|e so isso',
  },
  business: {
    words:
      'preco precos custa custo custam valor valores frete entrega entregam entregar entregas comprar compra compras orcamento orcamentos boleto boletos fatura faturas pedido pedidos encomenda encomendas cartao cartoes salario pagar pagamento pagamentos pago pagou consulta consultas holerite saldo mensalidade mensalidades plano planos produto produtos desconto descontos promocao promocoes reembolso estorno assinatura estoque cardapio vaga vagas emprego reserva agendar agendamento agenda remarcar desmarcar contrato emprestimo pix limite parcela parcelas garantia rastreio rastrear rastreamento contracheque matricula curriculo catalogo expediente exame resultado debito divida renegociar motoboy atacado revenda cupom cashback devolver devolucao comprei parcelado parcelar dinheiro grana orçar aluguel passagem ingresso seguro-desemprego loja lojas filial filiais unidade atacarejo estacionamento tamanho convenio beneficio beneficios inss fgts rescisao dentista manicure pizza lanche marmita delivery cep transportadora correios sedex nfe danfe recibo comprovante deposito juros multa parcelamento maquininha instalacao aula aulas curso cursos prova boletim medico medica hospital clinica medicamento vacina corte roupa sapato tenis trabalhe contratando contratam contratacao comissao investimento emprestar financiamento consorcio leilao sorteio premio bilhete oficina orcar catalogos mercadoria mercadorias cotacao nota-fiscal quitar quitacao carne vencimento anuidade cobranca cobrancas cobraram cobrado extrato pizza rodizio aluga alugar casamento evento eventos hotel diaria viagem voo mala parcelam vendas comercial entregador',
    phrases:
      'nota fiscal|notas fiscais|segunda via|2 via|2a via|que horas abre|que horas fecha|que horas abrem|que horas fecham|a loja|da loja|na loja|horario de funcionamento|voces vendem|onde fica|onde voces ficam|qual o endereco|conta de luz|ferias|ponto eletronico|abre de domingo|abre domingo|abre sabado|abre aos sabados|abre no feriado|abre feriado|abre hoje|esta aberto|fecha hoje|fecha que|abrem que|atende sabado|atendem sabado|atendem domingo|ate que horas|funciona sabado|funciona domingo|funcionam sabado|trabalhe conosco|trabalhar com voces|trabalhar ai|mandar curriculo|tem em estoque|tem disponivel|voces tem loja|voces tem vaga|onde e a loja|endereco da loja|qual endereco|endereco de voces|a vista|no credito|no debito|conta de agua|internet caiu|sem internet|sem sinal|visita tecnica|veio errado|veio quebrado|veio com defeito|produto com defeito|minha entrega|meu pacote|meu produto|minha compra|minha encomenda|minha consulta|meu exame|meu horario|meu salario|decimo terceiro|13 salario|vale transporte|vale alimentacao|vale refeicao|folha de ponto|minhas ferias|atestado|plano de saude|faz entrega|fazem entrega|taxa de entrega|pedido minimo|formas de pagamento|forma de pagamento|parcela em|parcelam em|quanto fica|quanto e|quanto sai|quanto esta|quanto ta|voces trabalham|voces aceitam|voces consertam|voces atendem|voces alugam|voces compram|voces instalam|voces fabricam|trabalham com|trabalha com|tem pra vender|tem a venda|quero vender|vende se|marcar consulta|marcar horario|marcar um horario|fazer um orcamento|a venda|de venda|pra venda|sala de vendas',
  },
  insult: {
    words:
      'idiota idiotas imbecil imbecis otario otaria otarios babaca babacas arrombado arrombada desgracado desgraca fdp burro burra burros inutil inuteis incompetente incompetentes porcaria bosta cuzao retardado palhaco palhacos canalha canalhas nojo nojento estupido estupida vsf vtnc pqp lixo cacete fodase demonio capeta satanas corno trouxa trouxas cretino cretinos safado safados jumento jegue anta toupeira imprestavel imprestaveis fudido merdas',
    phrases:
      'filho da puta|filha da puta|vai se foder|vai se fuder|se foder|se fuder|tomar no cu|vai a merda|vai se ferrar|vai se lascar|pro inferno|pra merda|teu cu|seu cu|no cu|puta que pariu|que saco|que merda de|merda de bot|merda de robo|foda se|nao prestam|robo do caralho|porra de robo|porra de bot|porra de sistema|droga de|merda de|vai catar|vai se catar|vai pastar|vai plantar|vai cagar|va se|chupa meu|se lasca|se lasque|te lascar|odeio voces|odeio esse|odeio isso|odeio voce|nao serve pra nada|nao serve para nada|nao presta pra nada|so atrapalha|perda de tempo|quinto dos infernos|filho da mae|filha da mae|pau no cu|meu ovo|vai dormir|cala a boca|cala boca|robo lixo|bot lixo|se danar|se dane|te catar|se explodir|pro diabo|pro raio|pros infernos|pro quinto|se mata|lamber sabao|ver se estou na esquina|te ferra|se ferra|que inferno|inferno de|saco de robo|saco de bot',
  },
  giveUp: {
    words:
      'desisto desisti desistir esquece esqueca parar pare chega aborta abortar abandono abandonar parei',
    phrases:
      'deixa quieto|deixa pra la|deixa para la|deixa isso|para para|nao quero mais|mudei de ideia|nada nao|nenhuma opcao|nao precisa mais|nao preciso mais|deixa baixo|nada mais|nao quero nada|nao e nada|deixa assim|deixa estar|esquece isso|larga mao|deixa disso|pode parar|nao vou mais|nao quero continuar|nao quero seguir|nao quero prosseguir|interromper|deixa nao|sair daqui|vou desistir|to fora|estou fora|perdi a vontade|perdi o interesse|deixa de lado|deixa resolvi|deixa que resolvi|deixa ja resolvi|para tudo|para com isso|para por aqui|para ai|ah deixa',
  },
  firmNo: {
    phrases: 'de jeito nenhum|de forma alguma|de maneira nenhuma|nem pensar|de jeito maneira',
  },
  unknownNumber: {
    phrases:
      'nao autorizo|nao conheco|nao troca|nao troque|nao muda|nao mude|nao pedi troca|nao mudei|nao troquei|numero nao e meu|nao e meu esse|nao e o meu|nao e meu numero|nao quero trocar|nao quero mudar|nao permito|nao reconheco esse numero|nao e meu chip|recuso',
  },
  sentHere: {
    phrases:
      'vim aqui|vir aqui|vim pelo site|mandou falar|mandou vir|mandaram vir|mandou eu vir|passou esse numero|passou este numero|deu esse numero|deu este numero|passaram esse numero|pediu pra eu vir|so mandar mensagem|mandar mensagem aqui|mandar uma mensagem aqui|mandar msg aqui|chamar aqui|falar por aqui|entrar por aqui|mandou mensagem aqui|me indicou|me indicaram|achei esse numero|vi esse numero',
  },
  nothingYet: { phrases: 'ate agora nada|nada ainda|ainda nada|nada ate agora|nada de nada' },
  wait: { words: 'esperando aguardando aguardo' },
  hours: { words: 'horario horarios' },
  mine: { phrases: 'e meu|e minha' },
  download: { words: 'baixar baixa download' },
  export: { words: 'exportar exporta exportacao' },
  copy: { words: 'copia' },
  more: { words: 'mais' },
  none: { words: 'nenhum nenhuma', phrases: 'nenhuma dessas|nenhum desses|nenhuma delas' },
  able: { words: 'consegue consegues conseguem conseguiria' },
  later: {
    phrases:
      'mais tarde|outra hora|outro dia|volto depois|depois eu vejo|depois eu faco|vejo depois|faco depois|fica pra depois|fica pra proxima|deixa pra depois|mais logo',
  },
  thief: { words: 'ladrao ladroes vagabundo vagabunda vagabundos bandido bandidos' },
  plea: {
    phrases:
      'pelo amor de deus|pelo amor|por amor de deus|pelo amor de jesus|por tudo que e mais sagrado|em nome de jesus|meu deus do ceu',
  },
  howLong: {
    phrases:
      'quanto tempo vale|quanto tempo dura|por quanto tempo|ate quando vale|quando expira|quando vence|vale por quanto|tem validade|dura quanto|vale quanto tempo|quanto tempo eu tenho|quantos minutos',
  },
  complaint: {
    words:
      'horrivel pessimo pessima pessimos ridiculo ridicula ridiculos lamentavel vergonhoso vergonha porqueira burrice incompetencia absurdo palhacada porco nojeira lixao pessimamente horroroso horrorosa',
  },
  youHave: { phrases: 'voces tem|tem ai|voces fazem entrega|voces fazem orcamento' },
  whatIf: {
    phrases:
      'que acontece|acontece algo|acontece alguma|que aconteceria|que muda|muda alguma coisa|da algum problema|tem problema se',
  },
  if: { words: 'se caso' },
  noNeed: { phrases: 'nao precisa' },
};
