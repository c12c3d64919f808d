"""What each rule of the lens says: a question, never a grade."""

from leadjournal.base.words import later

MESSAGES: dict[str, str] = {
    "output-verb-start": later(
        "This names something you will make. Finish the thought: so that what changes, "
        "and for whom? The thing itself can live under Outputs."
    ),
    "output-plus-outcome": later(
        "You have written two things at once, and both are useful. Shall I put the first "
        "half under Outputs and keep the part after “so that” here?"
    ),
    "no-beneficiary": later(
        "Who would notice first if this came true? Name the person or group; it makes the "
        "rest easier to measure."
    ),
    "no-measure": later(
        "How would a doubter see that this has happened? Add one sign you could count or "
        "observe; a rough one is fine to start with."
    ),
    "only-activity-indicators": later(
        "All of these count what we do. Add at least one that counts what other people "
        "do, feel or gain because of it."
    ),
    "no-lagging-indicator": later(
        "These move quickly, which is good for steering. Which slow number will tell you "
        "half a year from now that the change lasted?"
    ),
    "no-review-date": later(
        "When will you look back and ask whether this was true? Ninety days is a good default."
    ),
    "vanity-metric": later(
        "This number tends to go up whatever we do. What do those people do next that "
        "matters to you? Count that instead."
    ),
    "weasel-words": later(
        "That word can mean anything. What would you see on a good Tuesday if it were true?"
    ),
    "buzzwords": later(
        "Would a customer or a new colleague understand this? Try it in the words you "
        "would use at the kitchen table."
    ),
    "several-outcomes": later(
        "I can see more than one change here. Split them: each deserves its own signs, "
        "and one may succeed while the other does not."
    ),
    "target-without-baseline": later(
        "Where are you starting from? A target without a starting point cannot show progress."
    ),
    "no-time-horizon": later("By when would you like to see this? A season is precise enough."),
    "done-is-not-success": later(
        "Finished is not the same as worked. What will the finished thing free up, "
        "protect or make possible?"
    ),
    "solution-baked-in": later(
        "The solution is already in the sentence. Leave the how open here, and the team "
        "may find a cheaper way."
    ),
    "passive-no-actor": later(
        "Who will be doing something differently? Put that person at the front of the sentence."
    ),
    "absolute-words": later(
        "Absolutes are hard to keep and easy to give up on. What level would already make "
        "a real difference?"
    ),
    "too-long": later(
        "Try to say it in one breath. Details can move to the notes; people repeat only "
        "short sentences."
    ),
    "too-short": later("This is a headline. Add who it is for and what is different afterwards."),
    "negative-framing": later("This says what should go away. What will people see in its place?"),
    "money-only": later(
        "Money follows something people do. What must be true for customers or colleagues "
        "so that this number moves?"
    ),
    "concentration-risk": later(
        "Growth that rests on one shoulder can leave you more exposed. Do you also want "
        "to watch how much depends on the largest one?"
    ),
    "missing-guard": later(
        "When we push speed or volume, something else often pays. Pair this number with "
        "the one that would get worse first."
    ),
    "why-is-a-what": later(
        "That is what you do, or what you earn by it. Why would someone miss it if it "
        "were gone tomorrow?"
    ),
    "why-no-effect": later("Good start. Add the second half: so that people can … what?"),
    "why-generic": later(
        "Many companies could print this sentence. Which scene from your own work would prove it?"
    ),
    "why-about-me-only": later(
        "You are in this sentence, and that is fine. Who else gains when you are at your best?"
    ),
    "indicator-not-countable": later(
        "How would a stranger count this? Add a unit: a share of something, a number per "
        "week, a time, a score."
    ),
    "only-ever-rises": later(
        "A running total can only go up. Use a share or a number per month, so that a bad "
        "month can show."
    ),
    "survey-only": later(
        "What people say is useful; what they do is proof. Pair the survey with one "
        "behaviour: renew, return, recommend, stay."
    ),
    "double-barrelled-indicator": later(
        "Two things in one number: when it moves you will not know which one moved. Make "
        "two indicators."
    ),
    "output-without-so-that": later(
        "So that what changes, for whom? Link it to an outcome, or mark it as “must do” "
        "(law, safety, upkeep) or “stop”."
    ),
    "key-result-is-a-task": later(
        "This is a task with a deadline. Keep it as an output and ask: if it works, which "
        "number moves?"
    ),
    "all-key-results-are-outputs": later(
        "You could finish all of these and still change nothing. Swap at least one for a "
        "number that only moves if it worked."
    ),
    "milestone-is-a-checkpoint": later(
        "So far this is a date with a tick box. Who will learn what on the way, and what "
        "will the organisation keep besides the deliverable?"
    ),
    "charter-values-only-words": later(
        "Nobody disagrees with these words, so they decide nothing. Turn each into: when "
        "… happens, we …"
    ),
    "charter-vague-norm": later(
        "How would a newcomer know the rule was broken? Add a when, a where or a number."
    ),
    "charter-unclear-decider": later(
        "On a busy day, who says yes or no? Name one role per decision and the level of "
        "freedom (1 tell - 7 delegate)."
    ),
    "owner-is-a-crowd": later(
        "When everybody owns it, it waits. Who will be the first to notice if nothing happens?"
    ),
    "vague-action": later(
        "What is the first thing someone could see you do? Start with that verb and give it a day."
    ),
    "feedback-judges-person": later(
        "What would a camera have recorded? Describe that moment; let the other person "
        "draw the conclusion."
    ),
    "feedback-without-impact": later(
        "What did it lead to? One clause about the effect turns a remark into something "
        "people can use."
    ),
}
