#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_NEEDED_CHAPTERS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_NEEDED_CHAPTERS_HPP

#include "engine/procedure.hpp"

#include <map>
#include <string>

namespace workflows::major_decision {

/// How a chapter stands to a matter as it was assessed, whatever was done in it so far.
enum class chapter_need {
    needed,     ///< the law or the catalogue asks for it: done, under way or still to come
    open,       ///< whether it is needed is not settled yet: no assessment, or a choice to make
    not_needed, ///< nothing of the matter asks for it
    cut_off,    ///< the procedure ended early: nothing of it is asked for any more
    by_occasion ///< comes only if somebody has reason to begin it: 程序终止, 决策调整, 会签
};

/// The need of every chapter by its name, so that one that does not apply is told from one that is
/// still to come. What was begun in a chapter is for whoever asks to see first. Empty for a file of
/// another procedure, where every chapter is needed.
std::map<std::string, chapter_need, std::less<>>
needs_of_chapters(engine::procedure const& of, engine::circumstances const& now);

} // namespace workflows::major_decision

#endif
