#include "web/handlers/drafts.hpp"
#include "web/handlers/opinions.hpp"
#include "web/office.hpp"

#include <boost/json.hpp>

namespace web::handlers {

using boost::json::object;

void put_begun_opinions(visit const& v, opened_case const& file, object& page, bool fresh)
{
    page["keep"] = keep_address(file);
    page["secret"] = file.file().summary().level == engine::confidentiality::secret;
    page["begun"] = "";
    if (!fresh)
        return;
    auto const kept = v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
    object typed;
    for (auto const* name :
         {"issue", "reason", "same_as", "channel", "name", "contact", "words", "received_on"})
        typed[name] = "";
    typed["received_on"] = engine::to_text(v.today());
    for (auto const form : {page_form::letter, page_form::notes, page_form::feedback}) {
        auto const* draft = draft_of(kept, form);
        if (!draft)
            continue;
        page["begun"] = draft_note(v, *draft)["words"];
        for (auto const& one : words_of_draft(*draft))
            if (form == page_form::feedback)
                page["feedback_words"] = one.value();
            else
                typed[one.key()] = one.value();
    }
    page["typed"] = std::move(typed);
}

} // namespace web::handlers
