package org.tiersmith.service;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tiersmith.model.Text;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.strategy.Policy;

/** Values of the stations as JSON, in the project file and for scripts. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Text.class, new TextReader()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Policy.class, PolicyNames.class)
          .addMixIn(SegmentRule.class, RuleNames.class)
          .build();

  private Json() {}

  /** Reads sentences, among whose arguments may be sentences. */
  private static final class TextReader extends JsonDeserializer<Text> {
    @Override
    public Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return text(parser.readValueAsTree());
    }

    private static Text text(JsonNode node) {
      List<Object> arguments = new ArrayList<>();
      for (JsonNode argument : node.path("arguments")) {
        arguments.add(
            argument.isObject()
                ? text(argument)
                : argument.isNumber() ? argument.numberValue() : argument.asText());
      }
      return new Text(node.path("key").asText(), node.path("pattern").asText(), arguments);
    }
  }

  /** How a policy is called in JSON: the names of the command line. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Policy.Classic.class, name = "classic"),
    @JsonSubTypes.Type(value = Policy.Target.class, name = "target"),
    @JsonSubTypes.Type(value = Policy.Similarity.class, name = "similarity"),
    @JsonSubTypes.Type(value = Policy.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Policy.SegmentRates.class, name = "segment"),
    @JsonSubTypes.Type(value = Policy.ProfitOptimum.class, name = "profit"),
    @JsonSubTypes.Type(value = Policy.BudgetOptimum.class, name = "budget")
  })
  private interface PolicyNames {}

  /** How a rule's conditions are called in JSON. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "if")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SegmentRule.AllOf.class, name = "all"),
    @JsonSubTypes.Type(value = SegmentRule.AnyOf.class, name = "any"),
    @JsonSubTypes.Type(value = SegmentRule.Not.class, name = "not"),
    @JsonSubTypes.Type(value = SegmentRule.NumberIs.class, name = "number"),
    @JsonSubTypes.Type(value = SegmentRule.NumberBetween.class, name = "between"),
    @JsonSubTypes.Type(value = SegmentRule.TextIs.class, name = "text"),
    @JsonSubTypes.Type(value = SegmentRule.DayIs.class, name = "day"),
    @JsonSubTypes.Type(value = SegmentRule.InLastDays.class, name = "lately"),
    @JsonSubTypes.Type(value = SegmentRule.Known.class, name = "known"),
    @JsonSubTypes.Type(value = SegmentRule.Bought.class, name = "bought"),
    @JsonSubTypes.Type(value = SegmentRule.Keyword.class, name = "keyword"),
    @JsonSubTypes.Type(value = SegmentRule.Topic.class, name = "topic")
  })
  private interface RuleNames {}

  /** The value as JSON of one line. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
    }
  }

  /** The value as JSON of one line, with more keys. */
  static String writeWith(Object value, Map<String, Object> extra) {
    ObjectNode tree = MAPPER.valueToTree(value);
    new TreeMap<>(extra).forEach((key, each) -> tree.set(key, MAPPER.valueToTree(each)));
    return write(tree);
  }

  /** Reads what {@link #write} wrote; the project file's content is trusted to be so. */
  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a " + type.getSimpleName() + " in JSON", e);
    }
  }
}
