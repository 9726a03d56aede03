// Reader: walks the text of a rule, sign by sign and word by word, and knows where it stands.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engines/rules/values/machine.hpp"

namespace feel {

// Names are known by a key: pieces (words and . / - ' + *) with one blank between two words, so
// that "a  -b" and "a-b" are one name.
std::string key_of(std::string_view name);
// As it is shown: blanks at the ends gone, several made one.
std::string tidy_name(std::string_view name);

// Names of several pieces, and what they may begin with.
class Phrases {
 public:
  void add(const std::string& key);
  void remove(const std::string& key);
  bool has(const std::string& key) const { return whole_.contains(key); }
  bool begins(const std::string& key) const { return beginnings_.contains(key); }

 private:
  std::multiset<std::string> whole_, beginnings_;
};

class Reader {
 public:
  // `origin`: where the text stands in its file.
  explicit Reader(std::string_view text, Place origin = {})
      : text_(text), origin_(origin), counted_place_(origin) {}

  std::size_t at() const { return at_; }
  void go(std::size_t to) { at_ = to; }
  Place place(std::size_t at) const;
  Place here() {
    blanks();
    return place(at_);
  }

  void blanks() {  // and comments
    if (at_ != begun_) skip();
  }
  bool done() {
    blanks();
    return at_ >= text_.size();
  }
  // The next sign after blanks; '\0' at the end.
  char peek() {
    blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool sees(std::string_view sign) {
    return peek() == sign.front() && text_.substr(at_).starts_with(sign);
  }
  bool take(std::string_view sign) {  // an operator or bracket, whatever follows
    if (!sees(sign)) return false;
    at_ += sign.size();
    return true;
  }
  bool sees_word(std::string_view word);
  bool take_word(std::string_view word);  // not the beginning of a longer word
  bool begins_name();

  // Adds the next piece of a name to the key; false (and nothing moved) where none stands.
  bool piece(std::string& key);
  // The longest of the phrases that stands here; moves behind it.
  std::optional<std::string> phrase(std::initializer_list<const Phrases*> known);
  std::string word();  // "" if none stands here

  std::string_view number();                // "" if none stands here
  std::optional<std::string> quoted();      // after the opening quote; nothing if it is not closed
  std::string_view rest(std::size_t most);  // for messages
  std::string_view from(std::size_t begin) const { return text_.substr(begin, at_ - begin); }

 private:
  bool escape(std::string& out);
  void skip();

  std::string_view text_;
  Place origin_;
  std::size_t at_ = 0;
  std::size_t begun_ = std::size_t(-1);  // where no blank stands: asked again for each operator
  // Lines are counted from where they were counted last.
  mutable std::size_t counted_ = 0;
  mutable Place counted_place_;
};

}  // namespace feel
