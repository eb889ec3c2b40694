package dev.skytally.cli;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.report.site.HorizonJson;
import dev.skytally.server.Answer;
import dev.skytally.server.Format;
import dev.skytally.server.Problem;
import dev.skytally.server.Problem.Kind;
import dev.skytally.server.Question;
import dev.skytally.server.Resource;
import dev.skytally.server.Study;
import dev.skytally.site.ElevationMask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The resource that reads a horizon of a client, which is no command. */
final class ApiHorizon {
  static final Resource RESOURCE =
      new Resource(
          "/v1/horizon",
          "Reads a horizon in any format that files of horizons have, and returns its points.",
          Resource.Body.HORIZON,
          List.of(),
          List.of(Format.JSON));

  private static final String SOURCE = "the horizon";

  private ApiHorizon() {}

  static Study study(Question question) {
    byte[] body = question.bodyBytes();
    return new Study(List.of(), progress -> answer(body));
  }

  private static Answer answer(byte[] body) throws Problem {
    ElevationMask horizon;
    try {
      horizon = ElevationMask.readHorizon(TextFile.read(SOURCE, new ByteArrayInputStream(body)));
    } catch (InputFormatException e) {
      throw new Problem(Kind.WRONG_BODY, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(
        StandardCharsets.UTF_8.encode(HorizonJson.of(horizon)), horizon.gap().stream().toList());
  }
}
