"""How the scanned report of 2016 is read: its text as printed, by listed misreadings alone.

The recognition knew “é” and no other accent, took “l’” for a digit or a bracket, and kept the
lines and pages of the print. Whatever the tables below do not name is left as it stands, so that
a changed word of the regenerated report has nowhere to hide.
"""

from __future__ import annotations

import re

WORDS = """
Au-delà      Au-dela
Accroître    Accroitre
Conseiller   Consciller
Deuxièmement Deuxiémement
Élaborer     Elaborer
Équipe       Equipe
Établir      Etablir
États        Etats
Évoquant     Evoquant
Il           1l
Ils          IIs
Ioannis      loannis
Premièrement Premiérement
Quatrièmement Quatriemement
Thème        Theme
Troisièmement Troisiemement
accès        acces acceés accés
après        aprés
au-delà      au-dela
auprès       aupres auprés
bâtiments    batiments
caractère    caractere caractére
chaîne       chaine
charnière    charniére
cœur         ceeur
concrètes    concrétes
connaître    connaitre
contrôle     controle contréle
contrôlé     controlé
contrôles    contrdles
coïncidait   coincidait
côtés        cotés
coûts        cofits colits colts
croître      croitre
dernière     derniére
dernières    derniéres
dixième      dixiéme
déjà         déja
efforçant    efforgant
empêchaient  empéchaient
enquêter     enquéter
entraîné     entrainé
façon        fagon
financières  financiéres
frontières   frontiéres
grâce        grace griace
hôte         hote hoéte
hôtes        hotes
intrinsèquement intrinséquement
intérêt      intérét
intérêts     intéréts
leçons       legons
lumière      lumicre
là           1a
manière      maniére
matière      matiere matiére
menaçaient   menacaient
modèles      modeles
même         méme
obsolètes    obsolétes
opèrent      opérent
parallèle    paralléle
paramètres   parametres paramétres
particulièrement particuliérement
policières   policiéres
porte-à-faux porte-a-faux
première     premicre premiére
premières    premiéres
problème     probléeme
problèmes    problémes
prôné        proné
préconçus    précongus
prêts        préts
règlement    réglement
règles       régles
régulières   réguliéres
rôle         rdle role réle réole
succès       succes
système      systéme
systèmes     systémes
sûr          sir
tâche        tache tiche
tâcher       tdcher
tâches       tiches
thème        theme
thèmes       thémes
traçage      tragcage
être         étre
œuvre        ceuvre
œuvrer       ceuvrer
"""
"""A word as printed, then its misreadings; none of them is another word of the report."""

PASSAGES = {
    "1* janvier": "1er janvier",
    "1% janvier": "1er janvier",
    "a ét¢ nommé": "a été nommé",
    "fois install¢,": "fois installé,",
    "qui ¢étaient": "qui étaient",
    "d’¢élaborer": "d’élaborer",
    "d’ou un coup": "d’où un coup",
    "11 a surtout": "Il a surtout",
    "c¢) ": "c) ",
    "l’ Architecture": "l’Architecture",
    "¢) Accroitre": "c) Accroître",
    "improvisés, & un": "improvisés, à un",
    "qu’a l’amélioration": "qu’à l’amélioration",
    "le thé¢me": "le thème",
    "puisse €tre": "puisse être",
    "¢) Etablir": "e) Établir",
    "qu’a l’issue": "qu’à l’issue",
    "outils ¢électroniques": "outils électroniques",
    "devait &étre": "devait être",
    "contextes ou les": "contextes où les",
    "et ou il n’y": "et où il n’y",
    "Sud, ou il": "Sud, où il",
    "et ou les civils": "et où les civils",
    "conflits ou des": "conflits où des",
    "matic¢re": "matière",
    "11 a, en outre": "Il a, en outre",
    "Conformément & l’esprit": "Conformément à l’esprit",
    "sécurit¢ du": "sécurité du",
}
"""What only its surroundings make clear, in the order of the report: recognised, and printed."""

AFTER_THE_VERB = """
affirmé ajouté aucun cité continué déclaré déploré dit distribué donc également en entendu
entraîné estimé été examiné expliqué fait fortement indiqué insisté invité laissé lieu néanmoins
noté organisé parlé passé plaidé précisé prôné proposé rappelé réaffirmé souligné surtout tenu
"""
"""What follows “a” where it is the verb; before anything else it is the preposition “à”."""


def read(scan: str) -> str:
    """Give the words of the scanned report as printed, on one line, one space between them.

    Args:
        scan: the recognised text, its lines and pages as they are.
    """
    text = " ".join(re.sub(r"(?<=\w)-\n", "-", scan).split())
    text = re.sub(r"(?<!\w)[I1l[]{0,2}’(?=\w| Architecture)", "l’", text)
    for recognised, printed in PASSAGES.items():
        text = text.replace(recognised, printed)
    text = re.sub(r"[\w-]+", _word, text)
    return re.sub(r"(?<![\w’])[aA](?= (\w+))", _preposition, text)


def misreadings() -> dict[str, str]:
    """Give the word as printed under each of its misreadings."""
    rows = (line.split() for line in WORDS.strip().splitlines())
    return {misread: printed for printed, *misread_as in rows for misread in misread_as}


def _word(found: re.Match[str]) -> str:
    return MISREADINGS.get(found.group(), found.group())


def _preposition(found: re.Match[str]) -> str:
    if found.group(1) in VERB_FOLLOWERS:
        return found.group()
    return {"a": "à", "A": "À"}[found.group()]


MISREADINGS = misreadings()
VERB_FOLLOWERS = frozenset(AFTER_THE_VERB.split())
