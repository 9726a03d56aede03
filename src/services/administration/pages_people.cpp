// Joins the routes on people and offices.
#include "services/administration/pages_people.hpp"

#include "services/administration/text_accounts.hpp"
#include "services/administration/text_organisations.hpp"
#include "services/administration/text_people.hpp"

namespace administration {

identity::Routes PeoplePages::routes() {
  identity::Routes all;
  for (auto& some :
       {staff_.routes(), positions_.routes(), delegations_.routes(), organisations_.routes()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

std::map<std::string, base::Words> people_purposes() {
  namespace text = office::text;
  const auto words = [](const base::Text& text) {
    return base::Words{std::string(text.vi), std::string(text.en)};
  };
  return {{"administration.find_person", words(text::purpose_find)},
          {"administration.check_person", words(text::why_check)},
          {"administration.correct_person", words(text::why_correct)},
          {"administration.same_name", words(text::why_same_name)},
          {"administration.account", words(administration::text::purpose_account)},
          {"administration.representatives", words(text::purpose_representatives)}};
}

}  // namespace administration
